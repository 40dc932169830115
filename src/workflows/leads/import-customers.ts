import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { importCustomersStep, type ImportCustomersInput } from "./steps/import-customers"

/**
 * Makes leads of the host's customers whom the filter fits: of a group, who bought a product, who have
 * not ordered for a while, … Each lead knows its customer, and what they ordered is read when a batch is
 * made. Those who are leads already are brought up to date and keep their variants; their approved
 * e-mails note that they changed. The same import again adds those who are new.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign or group
 */
export const importCustomersWorkflow = createWorkflow(
  "import-customers",
  (input: WorkflowData<ImportCustomersInput>) => new WorkflowResponse(importCustomersStep(input))
)
