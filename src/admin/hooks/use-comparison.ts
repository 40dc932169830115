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

/** So many older batches are looked at for a pair. */
const CANDIDATES = 10

/** The newest batch, and the newest before it that was for some of the same leads; null: none was. */
export const useSharedPair = (campaignId: string, batches: readonly Batch[]) => {
  const [newest, ...older] = batches.slice(0, CANDIDATES + 1).map(({ id }) => id)
  return useQuery({
    queryKey: [...playgroundKeys.allComparisons(campaignId), "pair", newest],
    queryFn: async ({ signal }): Promise<[string, string] | null> => {
      if (!newest) return null
      const leadsOf = async (batch_id: string) => {
        const path = campaignPath(campaignId, "playground/status")
        const { per_lead } = await callApi<BatchStatus>(path, { query: { batch_id }, signal })
        return per_lead.map(({ campaign_lead_id }) => campaign_lead_id)
      }
      const mine = new Set(await leadsOf(newest))
      for (const other of older) {
        if ((await leadsOf(other)).some((id) => mine.has(id))) return [other, newest]
      }
      return null
    },
  })
}
