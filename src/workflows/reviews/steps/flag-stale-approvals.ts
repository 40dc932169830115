import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { flagStaleApprovals, type FlagStaleApprovalsInput } from "../flag-stale-approvals-of-leads"

/** Without a way back: that a lead was another for a while is worth a look. */
export const flagStaleApprovalsStep = createStep(
  "flag-stale-approvals",
  async (input: FlagStaleApprovalsInput, { container }) => {
    await flagStaleApprovals(container, input)
    return new StepResponse()
  }
)
