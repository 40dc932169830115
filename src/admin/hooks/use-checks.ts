import { useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { CampaignChecks, Check, CheckedBatch } from "../lib/playground/verdict-types"
import { useAction } from "./common/use-action"

const keys = {
  all: (campaignId: string) => [...playgroundKeys.all(campaignId), "checks"] as const,
  list: (campaignId: string) => [...keys.all(campaignId), "list"] as const,
  ofBatch: (campaignId: string, batchId: string | null, drafted: number) =>
    [...keys.all(campaignId), "batch", batchId, drafted] as const,
}

/** A batch has no more. */
const ALL = 200

/** What the campaign's drafts must keep. */
export const useChecks = (campaignId: string) =>
  useQuery({
    queryKey: keys.list(campaignId),
    queryFn: ({ signal }) =>
      callApi<CampaignChecks>(campaignPath(campaignId, "checks"), { signal }),
    retry: isWorthRetrying,
  })

/**
 * What the checks of now say of a batch; none where there is no batch.
 *
 * @param drafted how many drafts it has: another number is read anew
 */
export const useCheckedBatch = (campaignId: string, batchId: string | null, drafted: number) =>
  useQuery({
    enabled: batchId !== null,
    queryKey: keys.ofBatch(campaignId, batchId, drafted),
    queryFn: ({ signal }) =>
      callApi<CheckedBatch>(campaignPath(campaignId, "playground/checks"), {
        query: { batch_id: batchId, limit: ALL },
        signal,
      }),
    retry: isWorthRetrying,
  })

/** Replaces the campaign's checks. */
export function useSaveChecks(campaignId: string) {
  const queryClient = useQueryClient()
  return useAction({
    mutationFn: (checks: readonly Check[]) =>
      callApiNow<CampaignChecks>(campaignPath(campaignId, "checks"), {
        method: "PUT",
        body: { checks },
      }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(keys.list(campaignId), saved)
      // Drafts carry what the checks say of them.
      await queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) })
    },
  })
}
