import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { deleteSenderProfileStep } from "./steps/delete-sender-profile"

/** Campaigns and variants that named the profile name none afterwards. @throws MedusaError NOT_FOUND */
export const deleteSenderProfileWorkflow = createWorkflow(
  "delete-sender-profile",
  (input: WorkflowData<{ sender_profile_id: string }>) => {
    deleteSenderProfileStep(input)
  }
)
