import type { Mail } from "./mail"
import { readSubjectLine } from "./subject-label"

const FENCE_LINE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*[\w+-]*[ \t]*$/
/** What some models write above the body. */
const BODY_LABEL =
  /^[ \t]*(?:[#>*_\-]+[ \t]*)*(?:e-?mail[ -]?)?(?:body|message|text|nachricht|inhalt|corps|cuerpo|corpo|contenido|mensaje|messaggio|mensagem|bericht|正文|本文|본문)(?:[ \t]*(?:\*\*|__))?[ \t]*[:：]?(?:\*\*|__)?[ \t]*$/iu
const BODY_PREFIX = /^[ \t]*(?:\*\*)?body(?:\*\*)?:(?:\*\*)?[ \t]*/i

/**
 * The mails in a plain answer: a line that names the subject, and what stands below it until the next
 * such line. Comments before it, code fences and headings are passed over.
 */
export function findPlainMails(answer: string): Mail[] {
  const lines = answer.split("\n")
  const fenced = fencedBlocks(lines).filter((block) => block.some((line) => readSubjectLine(line)))
  const blocks = fenced.filter((block) => block.some(isText))
  if (blocks.length > 0 && blocks.every((block) => findLabels(block).every(({ rest }) => rest))) {
    return blocks.flatMap(readMails)
  }
  return readMails(lines.filter((line) => !FENCE_LINE.test(line)))
}

const isText = (line: string) => line.trim() !== "" && !readSubjectLine(line)

function fencedBlocks(lines: readonly string[]): string[][] {
  const blocks: string[][] = []
  let open: string[] | null = null
  for (const line of lines) {
    if (!FENCE_LINE.test(line)) open?.push(line)
    else if (open) {
      blocks.push(open)
      open = null
    } else open = []
  }
  return blocks
}

/** Where the subjects stand. A word that only sounds like the first one's label begins no second mail. */
function findLabels(lines: readonly string[]) {
  const labels = lines.flatMap((line, at) => {
    const found = readSubjectLine(line)
    return found ? [{ ...found, at, rest: lines.slice(at + 1).some(isText) }] : []
  })
  return labels.filter(({ label }) => label === labels[0]?.label)
}

function readMails(lines: readonly string[]): Mail[] {
  const all = findLabels(lines)
  // One that stands twice at the top, with nothing between, is one.
  const labels = all.filter(({ at }, place) => {
    const next = all[place + 1]
    return !next || lines.slice(at + 1, next.at).some(isText)
  })
  return labels.map(({ subject, at }, place) => {
    const below = lines.slice(at + 1, labels[place + 1]?.at)
    if (subject !== "") return { subject, body: toBody(below) }
    const next = below.findIndex((line) => line.trim() !== "")
    return { subject: (below[next] ?? "").trim(), body: toBody(below.slice(next + 1)) }
  })
}

function toBody(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== "")
  const line = lines[first]
  if (line === undefined) return ""
  if (BODY_LABEL.test(line))
    return lines
      .slice(first + 1)
      .join("\n")
      .trim()
  return [line.replace(BODY_PREFIX, ""), ...lines.slice(first + 1)].join("\n").trim()
}
