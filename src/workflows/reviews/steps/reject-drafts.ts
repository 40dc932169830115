import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RejectDraftsInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: a rejection is final, and stands last in its workflow. */
export const rejectDraftsStep = createStep(
  "reject-drafts",
  async (input: RejectDraftsInput, { container }) =>
    new StepResponse(await resolvePlayground(container).bulkReview.reject(input))
)
