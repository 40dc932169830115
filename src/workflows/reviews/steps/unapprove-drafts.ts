import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { UnapproveDraftsInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: whoever takes an approval away wants nothing to be sent. */
export const unapproveDraftsStep = createStep(
  "unapprove-drafts",
  async (input: UnapproveDraftsInput, { container }) =>
    new StepResponse(await resolvePlayground(container).bulkReview.unapprove(input))
)
