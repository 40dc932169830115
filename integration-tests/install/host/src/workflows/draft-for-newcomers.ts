import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { OutreachModuleService } from "medusa-plugin-playground/modules/outreach"
import type { DraftGenerator, DraftRequest } from "medusa-plugin-playground/ports"
import mailMerge from "medusa-plugin-playground/providers/mail-merge"
import {
  cancelDraftsWorkflow,
  generateDraftsWorkflow,
  type GenerateDraftsInput,
} from "medusa-plugin-playground/workflows"

/** The plugin's workflows as steps of the host's own. */
export const draftForNewcomersWorkflow = createWorkflow(
  "draft-for-newcomers",
  (input: WorkflowData<GenerateDraftsInput>) =>
    new WorkflowResponse(generateDraftsWorkflow.runAsStep({ input }))
)

export const workflows = [draftForNewcomersWorkflow, cancelDraftsWorkflow]

/** Services and ports as a host names them; compiled, never run. */
export type Rooms = {
  outreach: Pick<OutreachModuleService, "searchCampaigns">
  generator: DraftGenerator
  request: DraftRequest
  provider: typeof mailMerge
}
