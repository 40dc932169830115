import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"

const PAGE_SIZE = 200

/** Cancels every batch of the campaign that still drafts. Without a way back: a cancel is a promise. */
export const cancelRunningBatchesStep = createStep(
  "cancel-running-batches",
  async ({ campaign_id }: { campaign_id: string }, { container }) => {
    const playground = resolvePlayground(container)
    for (let offset = 0; ; offset += PAGE_SIZE) {
      const page = { step_index: null, with_tests: true, offset, limit: PAGE_SIZE }
      const { batches, count } = await playground.listDraftBatches(campaign_id, page)
      const running = batches.filter(({ status }) => status === "running")
      for (const { id } of running) await playground.cancelDraftBatch(campaign_id, id)
      if (offset + PAGE_SIZE >= count) return new StepResponse()
    }
  }
)
