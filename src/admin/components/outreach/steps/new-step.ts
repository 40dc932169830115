import type { Step, Variant } from "../../../lib/outreach/types"

const LABELS = "ABCDEFGHIJ"

/** A variant with the next free letter. */
export function newVariant(variants: readonly Variant[]): Variant {
  const taken = new Set(variants.map(({ label }) => label))
  const label = [...LABELS].find((letter) => !taken.has(letter)) ?? `V${variants.length + 1}`
  return {
    label,
    weight: 1,
    type: "PERSONALIZATION",
    template: null,
    prompt: null,
    sender_profile_id: null,
  }
}

/** The step after the last one. */
export function newStep(steps: readonly Step[]): Step {
  const step_index = Math.max(0, ...steps.map((step) => step.step_index)) + 1
  const delay_days = steps.length === 0 ? 0 : 3
  return { step_index, delay_days, channel: "email", variants: [newVariant([])] }
}
