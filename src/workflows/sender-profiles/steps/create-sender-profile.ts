import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SenderProfileInput } from "../../../modules/outreach"
import { findDefaultSenderProfile } from "../find-default-sender-profile"
import { assertPromptUsable } from "../../campaigns/assert-prompt-usable"
import { resolveOutreach } from "../../common/resolve-modules"

/** Undone by deleting the profile and giving the default back to whom it was taken from. */
export const createSenderProfileStep = createStep(
  "create-sender-profile",
  async (input: SenderProfileInput, { container }) => {
    const outreach = resolveOutreach(container)
    await assertPromptUsable(container, { text: input.custom_prompt, source: "sender" }, null)
    const defaultBefore = input.is_default ? await findDefaultSenderProfile(outreach) : null
    const profile = await outreach.createSenderProfile(input)
    return new StepResponse(profile, { id: profile.id, defaultBefore })
  },
  async (undo, { container }) => {
    if (!undo) return
    const outreach = resolveOutreach(container)
    await outreach.deleteSenderProfile(undo.id)
    if (undo.defaultBefore) {
      await outreach.updateSenderProfile(undo.defaultBefore, { is_default: true })
    }
  }
)
