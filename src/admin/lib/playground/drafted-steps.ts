import type { Campaign } from "./types"

/** Indices of the steps with a variant that is written per lead. */
export const draftedSteps = ({ steps }: Pick<Campaign, "steps">): number[] =>
  steps
    .filter(({ variants }) => variants.some(({ type }) => type === "PERSONALIZATION"))
    .map(({ step_index }) => step_index)
