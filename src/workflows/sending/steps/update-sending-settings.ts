import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SendingSettingsInput } from "../../../modules/delivery"
import { pickPrevious } from "../../common/pick-previous"
import { resolveDelivery } from "../../common/resolve-modules"

interface UpdateSendingSettingsInput {
  campaign_id: string
  /** Absent: nothing is changed. */
  change?: SendingSettingsInput
  /** The host's actor id. */
  actor: string
}

/** Undone by writing the old values back. */
export const updateSendingSettingsStep = createStep(
  "update-sending-settings",
  async ({ campaign_id, change, actor }: UpdateSendingSettingsInput, { container }) => {
    const delivery = resolveDelivery(container)
    const [before] = await delivery.listSendingSettings([campaign_id])
    if (!change || !before) return new StepResponse(undefined, null)
    await delivery.updateSendingSettings(campaign_id, { change, actor })
    return new StepResponse(undefined, { campaign_id, change: pickPrevious(before, change), actor })
  },
  async (undo, { container }) => {
    if (!undo) return
    const { campaign_id, change, actor } = undo
    await resolveDelivery(container).updateSendingSettings(campaign_id, { change, actor })
  }
)
