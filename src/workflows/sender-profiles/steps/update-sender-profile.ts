import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SenderProfileInput } from "../../../modules/outreach"
import { findDefaultSenderProfile } from "../find-default-sender-profile"
import { pickPrevious } from "../../common/pick-previous"
import { assertPromptUsable } from "../../campaigns/assert-prompt-usable"
import { resolveOutreach } from "../../common/resolve-modules"

export interface UpdateSenderProfileInput {
  sender_profile_id: string
  change: Partial<SenderProfileInput>
}

/** Undone by writing the old values back, the default to whom it was taken from. */
export const updateSenderProfileStep = createStep(
  "update-sender-profile",
  async ({ sender_profile_id, change }: UpdateSenderProfileInput, { container }) => {
    const outreach = resolveOutreach(container)
    const before = await outreach.retrieveSenderProfile(sender_profile_id)
    await assertPromptUsable(container, { text: change.custom_prompt, source: "sender" }, null)
    const defaultBefore = change.is_default ? await findDefaultSenderProfile(outreach) : null
    const profile = await outreach.updateSenderProfile(sender_profile_id, change)
    const undo = { sender_profile_id, change: pickPrevious(before, change), defaultBefore }
    return new StepResponse(profile, undo)
  },
  async (undo, { container }) => {
    if (!undo) return
    const outreach = resolveOutreach(container)
    await outreach.updateSenderProfile(undo.sender_profile_id, undo.change)
    if (undo.defaultBefore) {
      await outreach.updateSenderProfile(undo.defaultBefore, { is_default: true })
    }
  }
)
