import { cleanText } from "../../../ports"
import { withoutSubjectLabel } from "./subject-label"

/** One e-mail, as it is read out of an answer. */
export interface Mail {
  subject: string
  body: string
}

/** RFC 5322, 2.1.1. */
const MAX_SUBJECT_LENGTH = 998
const MAX_BODY_LENGTH = 50_000

/** Why an answer is no draft, to complete "the model's answer …". */
export type MailProblem = string

const WRAPPED = /^(\*\*|__|["“„«])(.+)(\*\*|__|["”“»])$/

/** A subject on one line, without the label, the quotation marks or the stars that some models put around it. */
function toSubject(text: string): string {
  const line = withoutSubjectLabel(text.replace(/\s+/g, " ").trim())
  return (WRAPPED.exec(line)?.[2] ?? line).trim()
}

/** A body without a subject of its own at the top, and with real line breaks where they were only spelled out. */
function toBody(text: string): string {
  const lines = text.includes("\n") ? text : withRealLineBreaks(text)
  const [first = "", ...rest] = lines.trim().split("\n")
  return withoutSubjectLabel(first) === first ? lines.trim() : rest.join("\n").trim()
}

/** One `\n` may be the end of a path or of a formula; two are a mail on one line. */
function withRealLineBreaks(text: string): string {
  const spelled = text.match(/(?:\\r)?\\n/g) ?? []
  return spelled.length < 2 ? text : text.replace(/(?:\\r)?\\n/g, "\n")
}

/** The mail as it can be sent, or what is wrong with it. */
export function toSendable({ subject, body }: Mail): Mail | MailProblem {
  const mail = { subject: toSubject(cleanText(subject)), body: toBody(cleanText(body)) }
  if (mail.subject === "") return "has an empty subject"
  if (mail.body === "") return "has an empty body"
  if ([...mail.subject].length > MAX_SUBJECT_LENGTH) {
    return `has a subject of more than ${MAX_SUBJECT_LENGTH} characters`
  }
  if ([...mail.body].length > MAX_BODY_LENGTH) {
    return `has a body of more than ${MAX_BODY_LENGTH} characters`
  }
  return mail
}
