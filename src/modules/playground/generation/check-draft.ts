import { RetryableGeneratorError, type Draft } from "../../../ports"

/** RFC 5322, 2.1.1: no header line is longer. */
export const MAX_SUBJECT_LENGTH = 998
export const MAX_BODY_LENGTH = 50_000

const lengthOf = (text: string) => [...text].length

function complaintAbout({ subject, body }: Draft): string | null {
  if (subject.trim() === "") return "the subject is empty"
  if (body.trim() === "") return "the body is empty"
  if (/[\r\n]/.test(subject)) return "the subject has more than one line"
  if (lengthOf(subject) > MAX_SUBJECT_LENGTH) {
    return `the subject has ${lengthOf(subject)} characters, ${MAX_SUBJECT_LENGTH} are allowed`
  }
  if (lengthOf(body) > MAX_BODY_LENGTH) {
    return `the body has ${lengthOf(body)} characters, ${MAX_BODY_LENGTH} are allowed`
  }
  if ((subject + body).includes("\0")) return "the text contains a NUL character"
  // Postgres refuses both, and a draft that cannot be stored must not take others with it.
  if (!isWellFormed(subject) || !isWellFormed(body)) return "the text contains a lone surrogate"
  return null
}

const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)

/**
 * Lets a draft pass that can be stored and sent.
 *
 * @throws RetryableGeneratorError `invalid_draft` that says what is wrong with it
 */
export function checkDraft(draft: Draft, generator: string): Draft {
  const complaint = complaintAbout(draft)
  if (!complaint) return draft
  throw new RetryableGeneratorError(
    `Generator "${generator}" answered a draft that cannot be sent: ${complaint}.`,
    { code: "invalid_draft" }
  )
}
