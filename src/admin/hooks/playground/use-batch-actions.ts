import { useMutation, useQueryClient } from "@tanstack/react-query"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import { sdk } from "../../lib/sdk"

/** Cancel and retry of one batch. */
export function useBatchActions(campaignId: string, batchId: string) {
  const queryClient = useQueryClient()
  const onSettled = () =>
    queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) })

  const cancel = useMutation({
    mutationFn: () =>
      sdk.client.fetch<{ cancelled_count: number }>(campaignPath(campaignId, "playground/cancel"), {
        method: "POST",
        body: { batch_id: batchId },
      }),
    onSettled,
  })
  const retry = useMutation({
    mutationFn: (leadIds?: string[]) =>
      sdk.client.fetch<{ total: number }>(campaignPath(campaignId, "playground/retry"), {
        method: "POST",
        body: { batch_id: batchId, ...(leadIds && { campaign_lead_ids: leadIds }) },
      }),
    onSettled,
  })
  return { cancel, retry }
}
