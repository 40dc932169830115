import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"

export interface CreateComparisonInput {
  campaign_id: string
  batch_ids: [string, string]
  created_by: string
}

export const createComparisonStep = createStep(
  "create-comparison",
  async (input: CreateComparisonInput, { container }) => {
    const comparison = await resolvePlayground(container).verdict.comparisons.create(input)
    return new StepResponse(comparison, comparison.id)
  },
  async (id, { container }) => {
    if (id) await resolvePlayground(container).verdict.comparisons.delete(id)
  }
)
