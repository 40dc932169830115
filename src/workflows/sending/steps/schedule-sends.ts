import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveDelivery } from "../../common/resolve-modules"

export interface ScheduleSendsInput {
  campaign_id: string
  /** 1 to 32. */
  step_index: number
  /** Null: all that are approved. */
  campaign_lead_ids: string[] | null
  /** The host's actor id. */
  actor: string
}

/** Without a way back: cancelling is a person's. Until `undo_until` nothing has gone. */
export const scheduleSendsStep = createStep(
  "schedule-sends",
  async (input: ScheduleSendsInput, { container }) =>
    new StepResponse(await resolveDelivery(container).scheduleSends(input))
)
