import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { createIdempotencyKey } from "../lib/common/idempotency-key"
import { playgroundKeys } from "../lib/playground/query-keys"
import { withRemark } from "../lib/playground/with-remark"
import type { BatchDetail, CreatedBatch, Draft } from "../lib/playground/types"
import { useAction } from "./common/use-action"

/** Drafts of the batch that are written anew with a remark, each by a batch of one. */
export function useRewrites(campaignId: string, batchId: string) {
  const queryClient = useQueryClient()
  /** Id of the batch of one, by the id of the draft that it rewrites. */
  const [batchIds, setBatchIds] = useState<ReadonlyMap<string, string>>(new Map())
  const start = useAction({
    mutationFn: async ({ draft, remark }: { draft: Draft; remark: string }) => {
      const path = campaignPath(campaignId, `playground/batches/${batchId}`)
      const { batch } = await callApi<{ batch: BatchDetail }>(path)
      return callApiNow<CreatedBatch>(campaignPath(campaignId, "playground/generate"), {
        method: "POST",
        headers: { "Idempotency-Key": createIdempotencyKey() },
        body: {
          step_index: draft.step_index,
          campaign_lead_ids: [draft.campaign_lead_id],
          custom_prompt: withRemark(batch.prompt, remark),
        },
      })
    },
    onSuccess: ({ batch_id }, { draft }) => {
      setBatchIds((old) => new Map(old).set(draft.id, batch_id))
      void queryClient.invalidateQueries({ queryKey: playgroundKeys.allBatches(campaignId) })
    },
  })
  return { start, batchIdOf: (draftId: string) => batchIds.get(draftId) }
}

export type Rewrites = ReturnType<typeof useRewrites>
