import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { callApi } from "../lib/common/api"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { campaignPath } from "../lib/common/campaign-path"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { Batch, BatchStatus, Comparison } from "../lib/playground/types"

/** Two batches of one step, lead by lead. Null: two were not chosen yet. */
export const useComparison = (
  campaignId: string,
  batchIds: [string, string] | null,
  page: { offset: number; limit: number }
) =>
  useQuery({
    queryKey: [...playgroundKeys.comparison(campaignId, batchIds ?? []), page],
    queryFn: ({ signal }) =>
      callApi<Comparison>(campaignPath(campaignId, "playground/compare"), {
        query: { batch_ids: batchIds?.join(","), ...page },
        signal,
      }),
    enabled: batchIds !== null,
    retry: isWorthRetrying,
    placeholderData: keepPreviousData,
  })

/** Among so many of the newest batches a pair is looked for. */
const CANDIDATES = 10

/** The newest two batches that were for some of the same leads, the older first; null: none were. */
export const useSharedPair = (campaignId: string, batches: readonly Batch[]) => {
  const ids = batches.slice(0, CANDIDATES).map(({ id }) => id)
  return useQuery({
    queryKey: [...playgroundKeys.allComparisons(campaignId), "pair", ids[0]],
    queryFn: async ({ signal }): Promise<[string, string] | null> => {
      const leadsOf = async (batch_id: string) => {
        const path = campaignPath(campaignId, "playground/status")
        const { per_lead } = await callApi<BatchStatus>(path, { query: { batch_id }, signal })
        return new Set(per_lead.map(({ campaign_lead_id }) => campaign_lead_id))
      }
      const newer: { id: string; leads: Set<string> }[] = []
      for (const id of ids) {
        const leads = await leadsOf(id)
        const shared = newer.find((other) => [...other.leads].some((lead) => leads.has(lead)))
        if (shared) return [id, shared.id]
        newer.push({ id, leads })
      }
      return null
    },
  })
}
