import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { SenderProfileInput } from "../../modules/outreach"
import { createSenderProfileStep } from "./steps/create-sender-profile"

/** Makes a sender profile. `is_default` takes it from the profile that has it. */
export const createSenderProfileWorkflow = createWorkflow(
  "create-sender-profile",
  (input: WorkflowData<SenderProfileInput>) => new WorkflowResponse(createSenderProfileStep(input))
)
