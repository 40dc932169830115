import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RejectDraftInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Without a way back: a rejection is final, and stands last in its workflow. */
export const rejectDraftStep = createStep(
  "reject-draft",
  async (input: RejectDraftInput, { container }) =>
    new StepResponse(await resolvePlayground(container).rejectDraft(input))
)
