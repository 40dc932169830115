import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { BatchJudging } from "../lib/playground/verdict-types"
import { useAction } from "./common/use-action"

/** A batch has no more drafts. */
const ALL = 200
const POLL_MS = 1_500

export const judgingKeys = {
  all: (campaignId: string) => [...playgroundKeys.all(campaignId), "judging"] as const,
  sums: (campaignId: string, batchId: string) =>
    [...judgingKeys.all(campaignId), "sums", batchId] as const,
  drafts: (campaignId: string, batchId: string, ended: number) =>
    [...judgingKeys.all(campaignId), "drafts", batchId, ended] as const,
}

const readJudging = (
  campaignId: string,
  query: { batch_id: string; limit: number },
  signal: AbortSignal
) => callApi<BatchJudging>(campaignPath(campaignId, "playground/judge"), { query, signal })

/** How the judging of a batch stands, followed until nothing waits for the judge. */
export const useJudging = (campaignId: string, batchId: string) =>
  useQuery({
    queryKey: judgingKeys.sums(campaignId, batchId),
    // The sums alone: one judgement is the least that can be asked for.
    queryFn: ({ signal }) => readJudging(campaignId, { batch_id: batchId, limit: 1 }, signal),
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => (state.data?.counts.pending ? POLL_MS : false),
  })

/** What the judge says of each draft of a batch; read again whenever it has said more. */
export function useDraftJudgings(campaignId: string, batchId: string) {
  const { data: sums } = useJudging(campaignId, batchId)
  const { judged = 0, failed = 0, cancelled = 0, pending = 0 } = sums?.counts ?? {}
  return useQuery({
    enabled: judged + failed + cancelled + pending > 0,
    queryKey: judgingKeys.drafts(campaignId, batchId, judged + failed + cancelled),
    queryFn: ({ signal }) => readJudging(campaignId, { batch_id: batchId, limit: ALL }, signal),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
  })
}

/** Has the judge look at a batch's drafts, and stops it. */
export function useJudgingActions(campaignId: string, batchId: string) {
  const queryClient = useQueryClient()
  const post = <T>(rest: string) =>
    callApiNow<T>(campaignPath(campaignId, `playground/${rest}`), {
      method: "POST",
      body: { batch_id: batchId },
    })
  const onSettled = () => {
    void queryClient.invalidateQueries({ queryKey: judgingKeys.all(campaignId) })
  }
  return {
    ask: useAction({ mutationFn: () => post<{ enqueued: number }>("judge"), onSettled }),
    /** Of a batch that has ended nothing else is left to stop. */
    stop: useAction({ mutationFn: () => post("cancel"), onSettled }),
  }
}
