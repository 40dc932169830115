import { z } from "@medusajs/framework/zod"
import {
  findSnapshotField,
  RetryableGeneratorError,
  type JudgedDraft,
  type JudgedPair,
  type JudgeRequest,
} from "../../../ports"

const MAX_TOKENS = Number.MAX_SAFE_INTEGER
const text = (max: number) =>
  z
    .string()
    .regex(/^[^\0\p{Surrogate}]*$/u)
    .refine((value) => value.trim() !== "" && [...value].length <= max)
const score = () => z.number().int().min(1).max(5)
const tokens = () => z.number().int().min(0).max(MAX_TOKENS)

const Paid = z.object({
  usage: z
    .object({
      input_tokens: tokens(),
      output_tokens: tokens(),
      cached_input_tokens: tokens().optional(),
    })
    .optional(),
  model: text(200).optional(),
})

/** What Postgres takes and a person can read; a host's judge may be written in JavaScript. */
const Storable = Paid.extend({
  score: score(),
  criteria: z
    .array(z.object({ name: text(100), score: score(), reason: text(1_000) }))
    .max(20)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length),
  claims: z.array(z.object({ text: text(500), field: z.string().nullable() })).max(100),
})

const StorablePair = Paid.extend({
  choice: z.enum(["first", "second", "equal"]),
  reason: text(1_000),
})

/**
 * Lets a judgement pass that can be stored. A claim whose field the snapshot does not have becomes an
 * unsupported one, whatever the judge says: so no judge can make up a source.
 *
 * @throws RetryableGeneratorError `invalid_judgement`
 */
export function checkJudgement(
  judged: JudgedDraft,
  request: JudgeRequest,
  name: string
): JudgedDraft {
  const kept = toStorable(Storable, judged, name)
  const claims = kept.claims.map(({ text: claim, field }) => ({
    text: claim,
    field: field === null ? null : findSnapshotField(request, field),
  }))
  return { ...kept, claims }
}

/**
 * The same for what a judge says of a pair.
 *
 * @throws RetryableGeneratorError `invalid_judgement`
 */
export const checkPairJudgement = (judged: JudgedPair, name: string): JudgedPair =>
  toStorable(StorablePair, judged, name)

function toStorable<Shape extends z.ZodType>(
  shape: Shape,
  judged: unknown,
  name: string
): z.output<Shape> {
  const parsed = shape.safeParse(judged)
  if (parsed.success) return parsed.data
  const paid = Paid.safeParse(judged)
  const where = parsed.error.issues[0]?.path.join(".") || "answer"
  throw new RetryableGeneratorError(
    `Judge "${name}" answered a judgement that cannot be kept: its ${where} is not what it should be.`,
    { code: "invalid_judgement", usage: paid.data?.usage, model: paid.data?.model }
  )
}
