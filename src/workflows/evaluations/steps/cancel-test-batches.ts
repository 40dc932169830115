import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolvePlayground } from "../../common/resolve-modules"
import type { TestSetKey } from "./delete-test-set"

/** Stops what drafts for a test set. Without a way back: a cancel is a promise. */
export const cancelTestBatchesStep = createStep(
  "cancel-test-batches",
  async ({ campaign_id, test_set_id }: TestSetKey, { container }) => {
    const playground = resolvePlayground(container)
    const running = await playground.verdict.testSets.listRunningBatches({
      campaign_id,
      test_set_id,
    })
    for (const batch_id of running) await playground.cancelDraftBatch(campaign_id, batch_id)
    return new StepResponse()
  }
)
