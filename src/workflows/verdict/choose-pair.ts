import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { ChoosePairInput } from "../../modules/playground"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { choosePairStep } from "./steps/choose-pair"

/**
 * Notes which draft of a pair a person finds better, in place of what they chose before.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign, comparison or pair
 */
export const choosePairWorkflow = createWorkflow(
  "choose-pair",
  (input: WorkflowData<ChoosePairInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(choosePairStep(input))
  }
)
