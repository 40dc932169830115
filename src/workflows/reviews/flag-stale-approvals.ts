import { createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { noteLeadChangesStep } from "./steps/flag-stale-approvals"
import type { NoteLeadChangesInput } from "./note-lead-changes"

/**
 * For a host with a campaign source of its own: run it after leads were changed or deleted, and their
 * approved e-mails say so (`lead_changed_at`), or are taken away with them. The bundled source does
 * it by itself.
 */
export const noteLeadChangesWorkflow = createWorkflow(
  "note-lead-changes",
  (input: WorkflowData<NoteLeadChangesInput>) => {
    noteLeadChangesStep(input)
  }
)
