/**
 * What the line of the subject is called, in the languages that mails are written in: as models label
 * it, be the prompt's language what it may.
 */
const LABELS = [
  "(?:e-?mail |mail )?subject(?: line)?",
  "betreff(?:zeile)?",
  "(?:ligne d['’])?objet(?: (?:du|de l['’]e-?)mail)?",
  "sujet",
  "(?:línea de )?asunto(?: del correo)?",
  "oggetto(?: dell['’]e-?mail)?",
  "assunto(?: do e-?mail)?",
  "onderwerp(?:sregel)?",
  "ämnes?(?:rad)?",
  "emne(?:felt|linje)?",
  "efni",
  "aihe",
  "otsikko",
  "teema",
  "tēma|temats",
  "tema",
  "temat(?: wiadomości)?",
  "předmět(?: (?:e-?mailu|zprávy))?",
  "predmet(?: (?:e-?mailu|správy))?",
  "zadeva",
  "naslov",
  "tárgy",
  "subiect(?:ul)?",
  "konu(?: satırı)?",
  "θέμα",
  "тема(?: (?:письма|сообщения|листа))?",
  "относно",
  "предмет",
  "наслов",
  "件名",
  "主题|主題|主旨|邮件主题|郵件主旨|标题|標題",
  "제목",
  "chủ đề|tiêu đề",
  "subjek|perihal|subyek",
  "หัวข้อ|หัวเรื่อง|เรื่อง",
  "विषय",
  "বিষয়",
  "الموضوع|موضوع|عنوان",
  "נושא",
]

/** Marks that Markdown puts before a line or around a label: heading, quotation, list, bold. */
const BEFORE = String.raw`[ \t]*(?:[#>*_\-–•]+[ \t]*|\d+[.)][ \t]*)*`
const AFTER = String.raw`[ \t]*(?:\*\*|__|[*_])?[ \t]*`

const LABEL_LINE = new RegExp(
  `^${BEFORE}(${LABELS.join("|")})${AFTER}[:：]${AFTER}([^\\n]*)$`,
  "iu"
)
/** A heading of its own: `## Subject`, with the subject in the line below. */
const LABEL_ALONE = new RegExp(
  `^[ \\t]*(?:#+[ \\t]*|\\*\\*|__)(${LABELS.join("|")})${AFTER}$`,
  "iu"
)

interface LabelLine {
  /** In lower case. */
  label: string
  /** What stands behind it; empty where the subject is in a line below. */
  subject: string
}

/** Null for a line that names no subject. */
export function readSubjectLine(line: string): LabelLine | null {
  const [, label, subject = ""] = LABEL_LINE.exec(line) ?? LABEL_ALONE.exec(line) ?? []
  if (label === undefined) return null
  return { label: label.toLowerCase(), subject: subject.replace(/(?:\*\*|__)\s*$/, "").trim() }
}

/** What stands behind the label; the line as it is where there is none, or nothing behind it. */
export function withoutSubjectLabel(line: string): string {
  return readSubjectLine(line)?.subject || line
}
