import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { callApi } from "../lib/common/api"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { campaignPath } from "../lib/common/campaign-path"
import { playgroundKeys } from "../lib/playground/query-keys"
import { countShared, draftedLeads, findSharedPair } from "../lib/playground/shared-pair"
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

/** The leads that a batch has drafted. */
async function fetchDrafted(campaignId: string, batch_id: string, signal: AbortSignal) {
  const path = campaignPath(campaignId, "playground/status")
  const { per_lead } = await callApi<BatchStatus>(path, { query: { batch_id }, signal })
  return draftedLeads(per_lead)
}

/** The newest two batches that drafted some of the same leads, the older first; null: none did. */
export const useSharedPair = (campaignId: string, batches: readonly Batch[]) => {
  const ids = batches.slice(0, CANDIDATES).map(({ id }) => id)
  return useQuery({
    queryKey: [...playgroundKeys.allComparisons(campaignId), "pair", ids[0]],
    queryFn: ({ signal }): Promise<[string, string] | null> =>
      findSharedPair(ids, (id) => fetchDrafted(campaignId, id, signal)),
  })
}

/** How many leads both batches have drafted; undefined: not known yet. */
export const useSharedDrafts = (campaignId: string, [first, second]: readonly [string, string]) =>
  useQuery({
    queryKey: [...playgroundKeys.comparison(campaignId, [first, second]), "shared"],
    queryFn: async ({ signal }) => {
      const [one, other] = await Promise.all([
        fetchDrafted(campaignId, first, signal),
        fetchDrafted(campaignId, second, signal),
      ])
      return countShared(one, other)
    },
    retry: isWorthRetrying,
  })
