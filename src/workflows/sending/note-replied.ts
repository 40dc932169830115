import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { retrieveCampaignStep } from "../campaigns/steps/retrieve-campaign"
import { noteRepliedStep, type NoteRepliedInput } from "./steps/note-replied"

/**
 * Ends a lead's sequence, because it has answered.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or lead
 */
export const noteRepliedWorkflow = createWorkflow(
  "note-replied",
  (input: WorkflowData<NoteRepliedInput>) => {
    retrieveCampaignStep(input)
    return new WorkflowResponse(noteRepliedStep(input))
  }
)
