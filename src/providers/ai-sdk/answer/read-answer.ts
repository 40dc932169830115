import { cleanText } from "../../../ports"
import { findMails } from "./json-mails"
import { findJsonValues, type Repair } from "./json-values"
import { toSendable, type Mail, type MailProblem } from "./mail"
import { findPlainMails } from "./plain-text"
import { isRefusal } from "./refusal"
import { withoutThoughts } from "./thoughts"

/** Where a model may put its mail. */
export interface AnswerParts {
  text: string
  /** What it would hand to tools, whatever they are called: parsed, or as the text that came. */
  toolInputs: readonly unknown[]
  /** Its thoughts, where the server keeps them apart. */
  reasoning: string
}

/** What an answer turned out to be. */
export type ReadAnswer =
  | { type: "mail"; mail: Mail }
  | { type: "refusal" }
  /** `problem` completes "the model's answer …". */
  | { type: "unusable"; problem: MailProblem }

/**
 * Reads an answer that holds exactly one subject and one body, however it is wrapped: as JSON or plain,
 * in fences, among prose, in a tool call, or in the thoughts where there is nothing else. Two mails are
 * none, for nobody would know which was meant.
 */
export async function readAnswer(parts: AnswerParts): Promise<ReadAnswer> {
  const { text, toolInputs, reasoning } = parts
  const { jsonrepair: repair } = await import("jsonrepair")
  const said = withoutThoughts(cleanText(text))
  const places = [
    () => mailsInText(said, repair),
    () => toolInputs.flatMap((input) => mailsInInput(input, repair)),
    () => (said === "" ? mailsInText(withoutThoughts(cleanText(reasoning)), repair) : []),
  ]
  for (const find of places) {
    const mails = distinct(find())
    if (mails.length > 0) return toRead(mails)
  }
  if (isRefusal(said)) return { type: "refusal" }
  const isEmpty = said === "" && toolInputs.length === 0
  return { type: "unusable", problem: isEmpty ? "is empty" : "is not a subject and a body" }
}

function toRead(mails: Partial<Mail>[]): ReadAnswer {
  const [whole, second] = mails.filter(isWhole)
  if (second) return { type: "unusable", problem: "holds more than one e-mail" }
  if (!whole) {
    const problem =
      mails[0]?.subject === undefined ? "has a body and no subject" : "has a subject and no body"
    return { type: "unusable", problem }
  }
  const mail = toSendable(whole)
  return typeof mail === "string" ? { type: "unusable", problem: mail } : { type: "mail", mail }
}

const isWhole = (mail: Partial<Mail>): mail is Mail =>
  mail.subject !== undefined && mail.body !== undefined

function mailsInText(text: string, repair: Repair): Partial<Mail>[] {
  const inJson = findJsonValues(text, repair).flatMap((value) => findMails(value))
  if (inJson.length > 0) return inJson
  const tagged = mailsInTags(text)
  return tagged.length > 0 ? tagged : findPlainMails(text)
}

const mailsInInput = (input: unknown, repair: Repair): Partial<Mail>[] =>
  typeof input === "string" ? mailsInText(cleanText(input), repair) : findMails(input)

/** `<subject>…</subject> <body>…</body>`, as some models answer. */
function mailsInTags(text: string): Partial<Mail>[] {
  const subjects = [...text.matchAll(/<subject>([^]*?)<\/subject>/gi)]
  const bodies = [...text.matchAll(/<body>([^]*?)<\/body>/gi)]
  return subjects.map(([, subject], place) => ({ subject, body: bodies[place]?.[1] }))
}

/** A model may say the same mail twice, in its prose and as JSON: that is one. */
function distinct(mails: Partial<Mail>[]): Partial<Mail>[] {
  const keyOf = ({ subject, body }: Partial<Mail>) =>
    JSON.stringify([subject?.trim(), body?.trim()])
  return [...new Map(mails.map((mail) => [keyOf(mail), mail])).values()]
}
