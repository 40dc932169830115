import type { ThresholdResult, Thresholds } from "./evaluation-types"

export type ThresholdName = ThresholdResult["name"]

/** In the order in which they are offered. */
export const THRESHOLD_NAMES = [
  "max_failed",
  "min_checks_passed",
  "max_flagged",
  "min_judge_score",
  "max_unsupported",
] as const satisfies readonly ThresholdName[]

/** Those that only a judge can tell. */
export const asksJudge = (name: ThresholdName) =>
  name === "min_judge_score" || name === "max_unsupported"

/** A score from 1 to 5; the others are shares. */
export const isScore = (name: ThresholdName) => name === "min_judge_score"

/** Whether less is better. */
export const isMost = (name: ThresholdName) => name.startsWith("max_")

/** What is asked, as a form holds it: shares as per cent. */
export type ThresholdValues = Record<ThresholdName, { isSet: boolean; text: string }>

/** Where a form begins: what a good prompt reaches, and room for a model's moods. */
export const newThresholds = (hasChecks: boolean): ThresholdValues => ({
  max_failed: { isSet: true, text: "5" },
  min_checks_passed: { isSet: hasChecks, text: "90" },
  max_flagged: { isSet: false, text: "20" },
  min_judge_score: { isSet: false, text: "4" },
  max_unsupported: { isSet: false, text: "10" },
})

/** A limit as the server takes it; null: no number that it can be. A comma is a point. */
export function toLimit(name: ThresholdName, text: string): number | null {
  const trimmed = text.trim().replace(",", ".")
  if (!/^\d+(\.\d+)?$/.test(trimmed)) return null
  const value = Number(trimmed)
  if (isScore(name)) return value >= 1 && value <= 5 ? value : null
  // Per cent, without the digits that dividing makes.
  return value <= 100 ? Number((value / 100).toFixed(6)) : null
}

/** Without what cannot be told: of a campaign without checks, or by a shop without a judge. */
export function onlyOffered(
  values: ThresholdValues,
  has: { hasChecks: boolean; hasJudge: boolean }
): ThresholdValues {
  const offered = { ...values }
  for (const name of THRESHOLD_NAMES) {
    if (!isOffered(name, has)) offered[name] = { ...values[name], isSet: false }
  }
  return offered
}

/** Whether a threshold can be told at all. */
export const isOffered = (
  name: ThresholdName,
  { hasChecks, hasJudge }: { hasChecks: boolean; hasJudge: boolean }
): boolean => (name !== "min_checks_passed" || hasChecks) && (!asksJudge(name) || hasJudge)

/** What is set; null while something in it is no limit. */
export function toThresholds(values: ThresholdValues): Thresholds | null {
  const thresholds: Thresholds = {}
  for (const name of THRESHOLD_NAMES) {
    const { isSet, text } = values[name]
    if (!isSet) continue
    const limit = toLimit(name, text)
    if (limit === null) return null
    thresholds[name] = limit
  }
  return thresholds
}
