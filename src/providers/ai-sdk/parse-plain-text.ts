/** As a model writes it: perhaps in bold, perhaps below a blank line. */
const SUBJECT_LINE = /^\s*(?:\*\*)?subject:(?:\*\*)?[ \t]*([^\n]*?)(?:\*\*)?[ \t]*(?:\n|$)/i

/** Null when the answer does not begin with its subject, or has nothing below it. */
export function parsePlainText(answer: string): { subject: string; body: string } | null {
  const text = answer.replace(/\r\n?/g, "\n")
  const [line, subject = ""] = SUBJECT_LINE.exec(text) ?? []
  if (line === undefined) return null
  const body = text.slice(line.length).trim()
  return subject.trim() === "" || body === "" ? null : { subject: subject.trim(), body }
}
