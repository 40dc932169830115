import type { StepSnapshot } from "../../ports"

/** A step as a batch keeps it: each task has its prompt, so the step need not carry them all once more. */
export const withoutPrompts = (step: StepSnapshot): StepSnapshot => ({
  ...step,
  variants: step.variants.map(({ prompt, ...variant }) => variant),
})
