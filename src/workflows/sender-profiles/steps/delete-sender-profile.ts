import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveOutreach } from "../../common/resolve-modules"

/** Without a way back, so it stands last in a workflow. */
export const deleteSenderProfileStep = createStep(
  "delete-sender-profile",
  async ({ sender_profile_id }: { sender_profile_id: string }, { container }) => {
    await resolveOutreach(container).deleteSenderProfile(sender_profile_id)
    return new StepResponse()
  }
)
