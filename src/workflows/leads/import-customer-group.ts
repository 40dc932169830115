import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  importCustomerGroupStep,
  type ImportCustomerGroupInput,
} from "./steps/import-customer-group"

/**
 * Makes leads of the customers of one of the host's groups, with how many orders they placed and when
 * the last. Those who are leads already are brought up to date and keep their variants; their approved
 * e-mails note that they changed. Importing the same group again adds nobody twice.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or group
 */
export const importCustomerGroupWorkflow = createWorkflow(
  "import-customer-group",
  (input: WorkflowData<ImportCustomerGroupInput>) =>
    new WorkflowResponse(importCustomerGroupStep(input))
)
