import type { Evaluation } from "./evaluation-types"
import { shareOf, type Share } from "./share"

export const PLOTTED = ["drafted", "unflagged", "kept", "supported"] as const
export type PlottedName = (typeof PLOTTED)[number]

/** More is better in each; null: it was not measured. */
export function evaluationShare(
  { figures }: Pick<Evaluation, "figures">,
  name: PlottedName
): Share | null {
  if (!figures) return null
  const { total, drafted, flagged, checked, unsupported } = figures
  switch (name) {
    case "drafted":
      return shareOf(drafted, total)
    case "unflagged":
      return shareOf(drafted - flagged, drafted)
    case "kept":
      return checked === null ? null : shareOf(checked, drafted)
    case "supported":
      return unsupported === null ? null : shareOf(drafted - unsupported, drafted)
  }
}

/** The figures that at least one of them has. */
export const plottedOf = (evaluations: readonly Evaluation[]): PlottedName[] =>
  PLOTTED.filter((name) =>
    evaluations.some((evaluation) => evaluationShare(evaluation, name) !== null)
  )
