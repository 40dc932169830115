import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { noteLeadChanges, type NoteLeadChangesInput } from "../note-lead-changes"

/** Without a way back: that a lead was another for a while is worth a look. */
export const noteLeadChangesStep = createStep(
  "note-lead-changes",
  async (input: NoteLeadChangesInput, { container }) => {
    await noteLeadChanges(container, input)
    return new StepResponse()
  }
)
