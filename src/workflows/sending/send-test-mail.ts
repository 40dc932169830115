import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { sendTestMailStep, type SendTestMailRequest } from "./steps/send-test-mail"

/**
 * Sends one draft to the signed-in user's own address, marked as a test.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or draft; NOT_ALLOWED after 20 in an hour
 */
export const sendTestMailWorkflow = createWorkflow(
  "send-test-mail",
  (input: WorkflowData<SendTestMailRequest>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(sendTestMailStep(input))
  }
)
