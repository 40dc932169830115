import { MedusaError } from "@medusajs/framework/utils"
import type { StepSnapshot } from "../../../ports"

/**
 * The variant that all test leads are drafted as: the step's first that is drafted at all. A test lead
 * has no variant of its own, and results must not depend on a draw.
 *
 * @throws MedusaError NOT_ALLOWED `nothing_to_draft`
 */
export function draftedVariant({ step_index, variants }: StepSnapshot): string {
  const drafted = variants.find(({ type }) => type === "PERSONALIZATION")
  if (drafted) return drafted.label
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Step ${step_index} has no PERSONALIZATION variant: nothing is drafted for it (field step_index).`,
    "nothing_to_draft"
  )
}
