import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveDelivery } from "../../common/resolve-modules"

export interface SteerSendingInput {
  campaign_id: string
  action: "pause" | "resume" | "cancel"
  /** The host's actor id. */
  actor: string
}

/** Without a way back: that mails stop is a promise. @returns how many sends were cancelled */
export const steerSendingStep = createStep(
  "steer-sending",
  async ({ campaign_id, action, actor }: SteerSendingInput, { container }) => {
    const delivery = resolveDelivery(container)
    switch (action) {
      case "pause":
        await delivery.pauseSending(campaign_id, actor)
        return new StepResponse(0)
      case "resume":
        await delivery.resumeSending(campaign_id, actor)
        return new StepResponse(0)
      case "cancel":
        return new StepResponse(await delivery.cancelSending(campaign_id, actor))
    }
  }
)
