import { z } from "@medusajs/framework/zod"
import {
  cleanText,
  RetryableGeneratorError,
  type JudgedDraft,
  type JudgedPair,
} from "../../../ports"
import { findJsonValues, type Repair } from "../answer/json-values"
import type { AnswerParts } from "../answer/read-answer"
import { isRefusal } from "../answer/refusal"
import { withoutThoughts } from "../answer/thoughts"
import { refusedByModel } from "../answer/answer-error"
import type { PaidAnswer } from "../paid-answer"
import type { Criterion } from "./options"

const MAX_REASON = 1_000
const MAX_CLAIM = 500
const MAX_CLAIMS = 100

const cut = (length: number) => (text: string) =>
  [...cleanText(text).trim()].slice(0, length).join("")

/** Servers without a schema answer numbers as text now and then. */
const Score = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^[1-5]$/)
      .transform(Number),
  ])
  .pipe(z.number().int().min(1).max(5))

const Answer = z.object({
  score: Score,
  criteria: z.array(
    z.object({ name: z.string(), score: Score, reason: z.string().transform(cut(MAX_REASON)) })
  ),
  claims: z.array(
    z.object({
      text: z.string().transform(cut(MAX_CLAIM)),
      field: z
        .string()
        .nullish()
        .transform((field) => field ?? null),
    })
  ),
})

/**
 * Reads an answer that scores the mail and each criterion once, wherever it stands: in the text, a tool
 * call, or the thoughts where there is nothing else.
 *
 * @throws GeneratorError for one that does not
 */
export const readJudgement = (
  parts: AnswerParts,
  criteria: readonly Criterion[],
  paid: PaidAnswer
): Promise<JudgedDraft> => readOne(parts, (value) => toJudged(value, criteria), paid)

/**
 * Reads which of two mails an answer chooses, wherever it stands.
 *
 * @throws GeneratorError for one that chooses none, or several
 */
export const readChoice = (parts: AnswerParts, paid: PaidAnswer): Promise<JudgedPair> =>
  readOne(parts, toJudgedPair, paid)

async function readOne<Judged extends object>(
  parts: AnswerParts,
  read: (value: unknown) => Judged | null,
  paid: PaidAnswer
): Promise<Judged & PaidAnswer> {
  const { jsonrepair: repair } = await import("jsonrepair")
  const said = withoutThoughts(cleanText(parts.text))
  const values = [
    ...findJsonValues(said, repair),
    ...parts.toolInputs.flatMap((input) => valuesIn(input, repair)),
    ...(said === "" ? findJsonValues(withoutThoughts(cleanText(parts.reasoning)), repair) : []),
  ]
  const [first, second] = values.flatMap((value) => read(value) ?? [])
  if (first && !second) return { ...first, ...paid }
  const details = JSON.stringify(parts)
  if (isRefusal(said)) throw refusedByModel(paid, details)
  throw new RetryableGeneratorError("The model's answer is no judgement.", {
    code: "unusable_answer",
    details,
    ...paid,
  })
}

const valuesIn = (input: unknown, repair: Repair): unknown[] =>
  typeof input === "string" ? findJsonValues(cleanText(input), repair) : [input]

/** Null for a value that is not scored by each criterion. */
function toJudged(value: unknown, criteria: readonly Criterion[]): JudgedDraft | null {
  const parsed = Answer.safeParse(value)
  if (!parsed.success) return null
  const { score, claims } = parsed.data
  const scored = criteria.flatMap(({ name }) => {
    const given = parsed.data.criteria.filter((one) => isSame(one.name, name))
    const [only, more] = given
    return only && !more && only.reason !== "" ? [{ ...only, name }] : []
  })
  if (scored.length !== criteria.length) return null
  const named = claims.filter(({ text }) => text !== "")
  return { score, criteria: scored, claims: named.slice(0, MAX_CLAIMS) }
}

const CHOICES = { a: "first", b: "second", equal: "equal" } as const

const Choice = z.object({
  choice: z
    .string()
    .transform((choice) => choice.trim().toLowerCase())
    .pipe(z.enum(["a", "b", "equal"])),
  reason: z.string().transform(cut(MAX_REASON)).pipe(z.string().min(1)),
})

/** Null for a value that chooses neither A, nor B, nor none of them. */
function toJudgedPair(value: unknown): JudgedPair | null {
  const { data } = Choice.safeParse(value)
  return data ? { choice: CHOICES[data.choice], reason: data.reason } : null
}

const isSame = (left: string, right: string) =>
  left.trim().toLowerCase() === right.trim().toLowerCase()
