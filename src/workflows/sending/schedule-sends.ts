import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { scheduleSendsStep, type ScheduleSendsInput } from "./steps/schedule-sends"

/**
 * Schedules the approved mails of a step, and says what holds the others back.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign
 */
export const scheduleSendsWorkflow = createWorkflow(
  "schedule-sends",
  (input: WorkflowData<ScheduleSendsInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(scheduleSendsStep(input))
  }
)
