import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback, useState } from "react"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type { NextPair, PairChoice } from "../lib/playground/verdict-types"
import { useAction } from "./common/use-action"
import { comparisonKeys } from "./use-blind-comparison"

export type Side = "left" | "right" | "equal"

/** One pair after the other, and the way back. */
export function useBlindJudging(campaignId: string, comparisonId: string) {
  const queryClient = useQueryClient()
  const path = campaignPath(campaignId, `comparisons/${comparisonId}`)
  const key = [...comparisonKeys.all(campaignId), "next", comparisonId]
  /** Pairs that were judged since this was opened, the last one at the end. */
  const [judged, setJudged] = useState<readonly string[]>([])

  const next = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => callApi<NextPair>(`${path}/next`, { signal }),
    retry: isWorthRetrying,
    // A pair is shown once: what was read when this was last open may be judged.
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  const choice = useAction({
    mutationFn: async ({ pairId, side }: { pairId: string; side: Side | null }) => {
      const body = { pair_id: pairId, choice: side }
      await callApiNow<PairChoice>(`${path}/choices`, { method: "POST", body })
      // Waited for, so that no key is about a pair that has gone.
      queryClient.setQueryData(key, await callApi<NextPair>(`${path}/next`))
    },
    onSuccess: (_, { pairId, side }) =>
      setJudged((old) => (side === null ? old.filter((id) => id !== pairId) : [...old, pairId])),
  })

  const pair = next.data?.pair
  const last = judged.at(-1)
  const { mutate, isPending } = choice
  const choose = (side: Side) => {
    if (pair && !isPending) mutate({ pairId: pair.pair_id, side })
  }
  const undo =
    last === undefined
      ? undefined
      : () => {
          if (!isPending) mutate({ pairId: last, side: null })
        }
  return {
    /** Undefined: not known yet; null: every pair is judged. */
    pair,
    /** Pairs that this person has not judged. */
    remaining: next.data?.remaining,
    choose,
    /** Undefined: nothing to take back. */
    undo,
    isSaving: isPending,
    error: choice.error ?? next.error,
    /** What is told of the comparison elsewhere is read anew. */
    forget: useCallback(
      () => void queryClient.invalidateQueries({ queryKey: comparisonKeys.all(campaignId) }),
      [queryClient, campaignId]
    ),
  }
}
