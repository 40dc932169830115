import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type { PairJudging } from "../lib/playground/verdict-types"
import { useAction } from "./common/use-action"
import { comparisonKeys } from "./use-blind-comparison"

const POLL_MS = 1_500

const judgingKey = (campaignId: string, comparisonId: string) =>
  [...comparisonKeys.all(campaignId), "judging", comparisonId] as const

const judgePath = (campaignId: string, comparisonId: string, rest = "") =>
  campaignPath(campaignId, `comparisons/${comparisonId}/judge${rest}`)

/**
 * How the judge's calls about a comparison stand, followed until none is left; what the comparison says
 * of the judge is read again whenever more were answered.
 */
export function usePairJudging(campaignId: string, comparisonId: string) {
  const queryClient = useQueryClient()
  const queryKey = judgingKey(campaignId, comparisonId)
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi<PairJudging>(judgePath(campaignId, comparisonId), { signal }),
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => (state.data?.counts.pending ? POLL_MS : false),
  })
  const judged = query.data?.counts.judged
  useEffect(() => {
    if (!judged) return
    void queryClient.invalidateQueries({
      queryKey: comparisonKeys.all(campaignId),
      predicate: ({ queryKey: [, , , name] }) => name !== "judging",
    })
  }, [queryClient, campaignId, judged])
  return query
}

/** Has the judge compare the pairs of a comparison, and stops it. */
export function usePairJudgingActions(campaignId: string, comparisonId: string) {
  const queryClient = useQueryClient()
  const onSettled = () => {
    void queryClient.invalidateQueries({ queryKey: comparisonKeys.all(campaignId) })
  }
  return {
    ask: useAction({
      mutationFn: () =>
        callApiNow<{ enqueued: number }>(judgePath(campaignId, comparisonId), {
          method: "POST",
          body: {},
        }),
      onSettled,
    }),
    stop: useAction({
      mutationFn: () =>
        callApiNow(judgePath(campaignId, comparisonId, "/cancel"), { method: "POST", body: {} }),
      onSettled,
    }),
  }
}
