import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { unapproveEmailsStep, type UnapproveEmailsInput } from "./steps/unapprove-emails"

/**
 * Takes approvals of one lead away; those that are not there are passed over.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or lead
 */
export const unapproveEmailsWorkflow = createWorkflow(
  "unapprove-emails",
  (input: WorkflowData<UnapproveEmailsInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(unapproveEmailsStep(input))
  }
)
