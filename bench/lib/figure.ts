import type { Pairs } from "./rounds"
import { median, spread, type Spread } from "./stats"

/** What a figure has to reach. */
export interface Reach {
  /** Which number is held against it. */
  of: "ratio" | "ours"
  atMost?: number
  atLeast?: number
}

/** One line of the table. */
export interface Figure {
  id: string
  what: string
  unit: string
  ours: Spread
  reference: Spread | null
  /** Median of the rounds' own ratios, ours by reference; null where there is no reference. */
  ratio: number | null
  reach: Reach | null
  /** Null where the figure is only reported. */
  isMet: boolean | null
}

type Heading = Pick<Figure, "id" | "what" | "unit"> & { reach?: Reach }

/** Ours beside a reference that was measured in the same rounds. */
export function compare({ reach, ...heading }: Heading, { ours, reference }: Pairs): Figure {
  const ratio = median(ours.map((value, round) => value / (reference[round] ?? NaN)))
  const both = { ours: spread(ours), reference: spread(reference), ratio }
  return { ...heading, ...both, reach: reach ?? null, isMet: judge(reach, both) }
}

/** A figure that stands for itself. */
export function report({ reach, ...heading }: Heading, values: readonly number[]): Figure {
  const own = { ours: spread(values), reference: null, ratio: null }
  return { ...heading, ...own, reach: reach ?? null, isMet: judge(reach, own) }
}

function judge(reach: Reach | undefined, figure: Pick<Figure, "ours" | "ratio">): boolean | null {
  if (!reach) return null
  const value = (reach.of === "ratio" ? figure.ratio : figure.ours.median) ?? NaN
  return value <= (reach.atMost ?? Infinity) && value >= (reach.atLeast ?? -Infinity)
}
