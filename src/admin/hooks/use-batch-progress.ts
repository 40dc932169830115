import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback } from "react"
import { isWorthRetrying } from "../lib/is-worth-retrying"
import { withEvent, type BatchEvent } from "../lib/playground/batch-event"
import { campaignPath } from "../lib/playground/path"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { BatchStatus } from "../lib/playground/types"
import { sdk } from "../lib/sdk"
import { useBatchEvents } from "./use-batch-events"

const POLL_MS = 2_000

const isOpen = (state: BatchStatus | undefined) =>
  state !== undefined && state.overall.pending + state.overall.running > 0

/**
 * How a batch stands, followed until it ends: by its event stream, and by polling while there is no
 * stream. Null: no batch.
 */
export function useBatchProgress(campaignId: string, batchId: string | null) {
  const queryClient = useQueryClient()
  const queryKey = playgroundKeys.status(campaignId, batchId)
  const { data } = useQuery<BatchStatus>({ queryKey, enabled: false })

  const onEvent = useCallback(
    (event: BatchEvent) => {
      queryClient.setQueryData<BatchStatus>(
        playgroundKeys.status(campaignId, batchId),
        (old) => old && withEvent(old, event)
      )
      if (event.name !== "done") return
      // Counts, costs and histories of elsewhere are complete only now.
      void queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) })
    },
    [queryClient, campaignId, batchId]
  )
  const isStreaming = useBatchEvents(campaignId, isOpen(data) ? batchId : null, onEvent)

  return useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      sdk.client.fetch<BatchStatus>(campaignPath(campaignId, "playground/status"), {
        query: { batch_id: batchId },
        signal,
      }),
    enabled: batchId !== null,
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => (!isStreaming && isOpen(state.data) ? POLL_MS : false),
  })
}
