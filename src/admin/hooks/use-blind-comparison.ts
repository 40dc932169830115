import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { isAbout, orientComparison } from "../lib/playground/orient-comparison"
import { playgroundKeys } from "../lib/playground/query-keys"
import type {
  BlindComparison,
  BlindComparisonPage,
  JudgedPair,
  JudgedPairPage,
  NextPair,
} from "../lib/playground/verdict-types"
import { useAction } from "./common/use-action"

type BatchIds = readonly [first: string, second: string]

/** So many comparisons are looked through for the one about two batches. */
const KNOWN = 200
/** The most that the server gives at once. */
const MOST_PAIRS = 200

export const comparisonKeys = {
  all: (campaignId: string) => [...playgroundKeys.all(campaignId), "blind"] as const,
  list: (campaignId: string) => [...comparisonKeys.all(campaignId), "list"] as const,
  pairs: (campaignId: string, comparisonId: string, query: object) =>
    [...comparisonKeys.all(campaignId), "pairs", comparisonId, query] as const,
}

/** The newest blind comparison of two batches, in their order here; null: there is none yet. */
export const useBlindComparison = (campaignId: string, batchIds: BatchIds) =>
  useQuery({
    queryKey: comparisonKeys.list(campaignId),
    queryFn: ({ signal }) =>
      callApi<BlindComparisonPage>(campaignPath(campaignId, "comparisons"), {
        query: { limit: KNOWN },
        signal,
      }),
    select: ({ comparisons }) => {
      const found = comparisons.find((comparison) => isAbout(comparison, batchIds))
      return found ? orientComparison(found, batchIds) : null
    },
    retry: isWorthRetrying,
    // Others judge as well.
    staleTime: 0,
  })

/** How many pairs this person has not judged, once somebody has judged one. */
export const usePairsLeft = (
  campaignId: string,
  comparison: Pick<BlindComparison, "id" | "judged"> | null | undefined
) =>
  useQuery({
    queryKey: [...comparisonKeys.all(campaignId), "left", comparison?.id, comparison?.judged],
    queryFn: ({ signal }) =>
      callApi<NextPair>(campaignPath(campaignId, `comparisons/${comparison?.id}/next`), { signal }),
    select: ({ remaining }) => remaining,
    enabled: comparison != null && comparison.judged > 0,
    retry: isWorthRetrying,
    // Another tab may be judging.
    staleTime: 0,
  })

/** Makes the blind comparison of two batches. */
export function useStartComparison(campaignId: string) {
  const queryClient = useQueryClient()
  return useAction({
    mutationFn: async (batchIds: BatchIds) => {
      const path = campaignPath(campaignId, "comparisons")
      const body = { batch_ids: batchIds }
      const answer = await callApiNow<{ comparison: BlindComparison }>(path, {
        method: "POST",
        body,
      })
      return answer.comparison
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: comparisonKeys.all(campaignId) }),
  })
}

const fetchPairs = async (
  campaignId: string,
  { id }: BlindComparison,
  query: { offset: number; limit: number },
  signal?: AbortSignal
) => callApi<JudgedPairPage>(campaignPath(campaignId, `comparisons/${id}/pairs`), { query, signal })

/** A page of a comparison's pairs with what was chosen: those that the second batch lost come first. */
export const useJudgedPairs = (
  campaignId: string,
  comparison: BlindComparison,
  page: { offset: number; limit: number }
) =>
  useQuery({
    queryKey: comparisonKeys.pairs(campaignId, comparison.id, {
      ...page,
      of: [comparison.judged, comparison.judge?.judged],
    }),
    queryFn: ({ signal }) => fetchPairs(campaignId, comparison, page, signal),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
  })

/** Reads all pairs of a comparison when somebody asks for them. */
export const useReadPairs = (campaignId: string) =>
  useAction({
    mutationFn: async (comparison: BlindComparison) => {
      const pairs: JudgedPair[] = []
      for (;;) {
        const page = { offset: pairs.length, limit: MOST_PAIRS }
        const answer = await fetchPairs(campaignId, comparison, page)
        pairs.push(...answer.pairs)
        if (pairs.length >= answer.count || answer.pairs.length === 0) return pairs
      }
    },
  })
