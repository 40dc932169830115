import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  updateSenderProfileStep,
  type UpdateSenderProfileInput,
} from "./steps/update-sender-profile"

/** Changes what `change` names. @throws MedusaError NOT_FOUND */
export const updateSenderProfileWorkflow = createWorkflow(
  "update-sender-profile",
  (input: WorkflowData<UpdateSenderProfileInput>) =>
    new WorkflowResponse(updateSenderProfileStep(input))
)
