import { z } from "@medusajs/framework/zod"
import { ModelShape, parseWith, refineServer, type AiSdkOptions } from "../options"

/** What a draft is judged by. */
export interface Criterion {
  /** As results name it. 1 to 100 characters. */
  name: string
  /** What the model is told that it means, and what a high score is. 1 to 1,000 characters. */
  description: string
}

/** Options of the judge `ai-sdk`: a model of its own, which may well be a cheaper one. */
export interface AiSdkJudgeOptions extends Omit<AiSdkOptions, "placeholders"> {
  /**
   * What drafts are judged by, 1 to 20, beside the claims, which are always looked for. Another list is
   * another version of the judge: drafts are judged anew when asked for.
   * @default relevance, clarity, tone, call_to_action
   */
  criteria?: Criterion[]
}

export const DEFAULT_CRITERIA: Criterion[] = [
  {
    name: "relevance",
    description:
      "The mail is about this lead: it connects what is known of the lead's work to the topic. " +
      "1: it could go to anybody. 5: only to this lead.",
  },
  {
    name: "clarity",
    description:
      "Short, easy to read, one thought after the other. 1: the reader does not learn what it is " +
      "about. 5: clear at one reading.",
  },
  {
    name: "tone",
    description:
      "Reads as one person writing to another, without flattery, pressure or advertising. " +
      "1: a mass mailing. 5: a colleague.",
  },
  {
    name: "call_to_action",
    description:
      "Asks for one small thing that is easy to answer. 1: for nothing, or for several. 5: for " +
      "exactly one.",
  },
]

const Options = z
  .strictObject({
    ...ModelShape,
    criteria: z
      .array(
        z.strictObject({
          name: z.string().regex(/^\S.{0,98}\S$|^\S$/, "expected 1 to 100 characters on one line"),
          description: z.string().min(1).max(1_000),
        })
      )
      .min(1)
      .max(20)
      .refine(
        (criteria) =>
          new Set(criteria.map(({ name }) => name.toLowerCase())).size === criteria.length,
        "expected each name once"
      )
      .default(DEFAULT_CRITERIA),
  })
  .superRefine(refineServer)

/** The options with their defaults filled in. */
export type ResolvedAiSdkJudgeOptions = z.output<typeof Options>

/** @throws MedusaError INVALID_DATA that names each wrong option and what was expected */
export const parseAiSdkJudgeOptions = (options: unknown): ResolvedAiSdkJudgeOptions =>
  parseWith(Options, options, 'Judge "ai-sdk"')
