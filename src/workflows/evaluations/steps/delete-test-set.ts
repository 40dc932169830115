import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"

export interface TestSetKey {
  campaign_id: string
  test_set_id: string
}

/** Without a way back: its copies of leads are gone. */
export const deleteTestSetStep = createStep(
  "delete-test-set",
  async (input: TestSetKey, { container }) => {
    await resolvePlayground(container).verdict.testSets.delete(input)
    return new StepResponse()
  }
)
