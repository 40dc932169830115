import { z } from "@medusajs/framework/zod"

const share = () => z.number().min(0).max(1)

/** What a prompt must reach, each member by itself. */
export const ThresholdsSchema = z.strictObject({
  /** Most leads without a draft, of all. */
  max_failed: share().optional(),
  /** Most drafts with a flag, of all drafts. */
  max_flagged: share().optional(),
  /** Fewest drafts that keep all of the campaign's checks, of all drafts. */
  min_checks_passed: share().optional(),
  /** Least mean score of the judge. */
  min_judge_score: z.number().min(1).max(5).optional(),
  /** Most drafts with a claim that nothing supports, of all drafts. */
  max_unsupported: share().optional(),
})

export type Thresholds = z.infer<typeof ThresholdsSchema>
export type ThresholdName = keyof Thresholds

/** Whether something of them can be told only by a judge. */
export const asksJudge = ({ min_judge_score, max_unsupported }: Thresholds): boolean =>
  min_judge_score !== undefined || max_unsupported !== undefined

/** What drafts of a test set came to. */
export const FiguresSchema = z.object({
  total: z.number(),
  drafted: z.number(),
  /** Leads without a draft: failed or cancelled. */
  failed: z.number(),
  flagged: z.number(),
  /** Drafts that keep all checks; null: the campaign had none. */
  checked: z.number().nullable(),
  /** The judge's mean score; null unless every draft was judged. */
  judge_score: z.number().nullable(),
  /** Drafts with an unsupported claim; null as above. */
  unsupported: z.number().nullable(),
})

export type EvaluationFigures = z.infer<typeof FiguresSchema>

/** One threshold and what came of it. */
export interface ThresholdResult {
  name: ThresholdName
  limit: number
  /** Null: nothing was measured, as where nothing was drafted. */
  value: number | null
  passed: boolean | null
}

const part = (count: number | null, of: number) => (count === null || of === 0 ? null : count / of)

const VALUES: Record<ThresholdName, (figures: EvaluationFigures) => number | null> = {
  max_failed: ({ failed, total }) => part(failed, total),
  max_flagged: ({ flagged, drafted }) => part(flagged, drafted),
  min_checks_passed: ({ checked, drafted }) => part(checked, drafted),
  min_judge_score: ({ judge_score }) => judge_score,
  max_unsupported: ({ unsupported, drafted }) => part(unsupported, drafted),
}

const NAMES = [
  "max_failed",
  "max_flagged",
  "min_checks_passed",
  "min_judge_score",
  "max_unsupported",
] as const satisfies readonly ThresholdName[]

/**
 * Each threshold that was set, in one order. What could not be measured is not kept.
 *
 * @param figures null: not known yet
 */
export function toThresholdResults(
  thresholds: Thresholds,
  figures: EvaluationFigures | null
): ThresholdResult[] {
  return NAMES.flatMap((name): ThresholdResult[] => {
    const limit = thresholds[name]
    if (limit === undefined) return []
    if (!figures) return [{ name, limit, value: null, passed: null }]
    const value = VALUES[name](figures)
    const isKept = value !== null && (name.startsWith("min_") ? value >= limit : value <= limit)
    return [{ name, limit, value, passed: isKept }]
  })
}
