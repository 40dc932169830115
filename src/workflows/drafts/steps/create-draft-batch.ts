import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateDraftBatchInput } from "../../../modules/playground"
import { resolvePlayground } from "../../common/resolve-modules"

/** Commits the batch. If a later step fails it is cancelled, but never one that was found by its key. */
export const createDraftBatchStep = createStep(
  "create-draft-batch",
  async (input: CreateDraftBatchInput, { container }) => {
    const created = await resolvePlayground(container).createDraftBatch(input)
    const undo =
      created.outcome === "created"
        ? { campaign_id: input.campaign.id, batch_id: created.batch.batch_id }
        : null
    return new StepResponse(created, undo)
  },
  async (undo, { container }) => {
    if (undo) await resolvePlayground(container).cancelDraftBatch(undo.campaign_id, undo.batch_id)
  }
)
