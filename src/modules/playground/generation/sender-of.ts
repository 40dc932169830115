import type { SenderSnapshot, StepSnapshot } from "../../../ports"

/** The variant's own sender, else the step's; null when there is none. */
export function senderOf(step: StepSnapshot, variant_label: string): SenderSnapshot | null {
  return step.variants.find(({ label }) => label === variant_label)?.sender ?? step.sender
}
