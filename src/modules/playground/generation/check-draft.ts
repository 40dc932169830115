import { z } from "@medusajs/framework/zod"
import { RetryableGeneratorError, type Draft } from "../../../ports"

/** RFC 5322, 2.1.1: no header line is longer. */
export const MAX_SUBJECT_LENGTH = 998
export const MAX_BODY_LENGTH = 50_000

const lengthOf = (text: string) => [...text].length

/** 1 to 200 characters that Postgres takes. */
const Name = z.string().regex(/^[^\0\p{Surrogate}]{1,200}$/u)
const TokenCount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** What Postgres takes; a host's generator may be written in JavaScript. */
const StorableDraft = z.object({
  subject: z.string(),
  body: z.string(),
  model: Name.optional(),
  finish_reason: Name.optional(),
  usage: z
    .object({
      input_tokens: TokenCount,
      output_tokens: TokenCount,
      cached_input_tokens: TokenCount.optional(),
    })
    .refine(({ input_tokens, cached_input_tokens = 0 }) => cached_input_tokens <= input_tokens)
    .optional(),
})

/** What is known of a draft's price when the rest of it is wrong. */
const PaidAnswer = StorableDraft.pick({ usage: true, model: true })

function problemWith({ subject, body }: Draft): string | null {
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
  if (!isWellFormed(subject) || !isWellFormed(body)) return "the text contains a lone surrogate"
  return null
}

const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)

/**
 * Lets a draft pass that can be stored and sent. One that cannot must not reach the statement that
 * writes it together with others.
 *
 * @throws RetryableGeneratorError `invalid_draft` that says what is wrong with it
 */
export function checkDraft(draft: Draft, generator: string): Draft {
  const parsed = StorableDraft.safeParse(draft)
  const problem = parsed.success
    ? problemWith(parsed.data)
    : `its ${parsed.error.issues[0]?.path.join(".") || "answer"} is not what it should be`
  if (parsed.success && !problem) return parsed.data
  const paid = PaidAnswer.safeParse(draft)
  throw new RetryableGeneratorError(
    `Generator "${generator}" answered a draft that cannot be sent: ${problem}.`,
    { code: "invalid_draft", usage: paid.data?.usage, model: paid.data?.model }
  )
}
