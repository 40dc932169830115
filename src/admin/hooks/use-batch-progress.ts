import { useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi } from "../lib/common/api"
import { useCallback, useEffect, useRef, useState } from "react"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { sdk } from "../lib/common/sdk"
import { type BatchEvent, toBatchEvent, withEvent } from "../lib/playground/batch-event"
import { playgroundKeys } from "../lib/playground/query-keys"
import { type ProgressSample, timeLeft } from "../lib/playground/time-left"
import type { BatchStatus, Counts } from "../lib/playground/types"
import { useBatches } from "./use-batches"
import { usePlaygroundAddress } from "./use-playground-address"

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
    },
    [queryClient, campaignId, batchId]
  )
  useRefreshAtEnd(campaignId, batchId, data)
  const isStreaming = useBatchEvents(campaignId, isOpen(data) ? batchId : null, onEvent)

  return useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      callApi<BatchStatus>(campaignPath(campaignId, "playground/status"), {
        query: { batch_id: batchId },
        signal,
      }),
    enabled: batchId !== null,
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => (!isStreaming && isOpen(state.data) ? POLL_MS : false),
  })
}

/**
 * Counts, costs and histories of elsewhere are complete only once a batch has ended, however the page
 * hears of it: a quick one has ended before its first status comes, and sends no event.
 */
function useRefreshAtEnd(
  campaignId: string,
  batchId: string | null,
  state: BatchStatus | undefined
): void {
  const queryClient = useQueryClient()
  const isEnded = state?.batch_id === batchId && state !== undefined && !isOpen(state)
  useEffect(() => {
    if (!isEnded) return
    // What was read before the end was known may lack the last drafts.
    const knownAt = Date.now()
    void queryClient.invalidateQueries({
      queryKey: playgroundKeys.all(campaignId),
      predicate: (query) => query.state.dataUpdatedAt < knownAt,
    })
  }, [queryClient, campaignId, batchId, isEnded])
}

const RECONNECT_MS = 3_000

/**
 * Follows a batch's event stream, and comes back to it when it breaks off, hearing what it missed.
 * Null: no batch to follow.
 *
 * @returns whether the stream is up
 */
export function useBatchEvents(
  campaignId: string,
  batchId: string | null,
  onEvent: (event: BatchEvent) => void
): boolean {
  const [isUp, setUp] = useState(false)
  useEffect(() => {
    if (batchId === null) return
    let isLeft = false
    let lastEventId: string | undefined
    let abort = () => {}
    let timer: ReturnType<typeof setTimeout> | undefined

    const follow = async () => {
      const { stream, abort: abortStream } = await sdk.client.fetchStream(
        campaignPath(campaignId, "playground/events"),
        {
          query: { batch_id: batchId },
          headers: lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId },
        }
      )
      abort = abortStream
      if (isLeft) return abort()
      for await (const { event: name, data, id } of stream) {
        if (isLeft) return
        setUp(true)
        if (id !== undefined) lastEventId = String(id)
        const event = toBatchEvent(name, data)
        if (event) onEvent(event)
      }
    }
    const keepFollowing = () => {
      follow()
        // Whatever broke it off: polling goes on until it is back.
        .catch(() => setUp(false))
        .finally(() => {
          if (isLeft) return
          setUp(false)
          timer = setTimeout(keepFollowing, RECONNECT_MS)
        })
    }
    keepFollowing()
    return () => {
      isLeft = true
      clearTimeout(timer)
      setUp(false)
      abort()
    }
  }, [campaignId, batchId, onEvent])
  return isUp
}

/** The batch that the address names, else the campaign's newest; followed until it ends. */
export function useBatchInView(campaignId: string) {
  const { batchId: named, showBatch } = usePlaygroundAddress()
  const newest = useBatches(campaignId, { limit: 1 })
  const batchId = named ?? newest.data?.batches[0]?.id ?? null
  const progress = useBatchProgress(campaignId, batchId)
  return {
    batchId,
    /** The batch's own, not one that was shown before it. */
    state: progress.data?.batch_id === batchId ? progress.data : undefined,
    error: progress.error ?? newest.error,
    /** The last attempt to hear more failed, or there is no network: what is shown may be old. */
    isStale: progress.failureCount > 0 || progress.fetchStatus === "paused",
    /** Nothing was ever generated for the campaign; undefined: not known yet. */
    isNone: batchId !== null ? false : newest.isSuccess ? true : undefined,
    show: showBatch,
  }
}

export type BatchInView = ReturnType<typeof useBatchInView>

/**
 * How long the batch will take at the pace that was seen since the page looked, in ms; null: unknown.
 * Without news it stays what it was: time that passes in silence is no pace.
 */
export function useTimeLeft({ pending, running, total }: Counts): number | null {
  const first = useRef<ProgressSample | null>(null)
  const last = useRef<ProgressSample | null>(null)
  const open = pending + running
  const ended = total - open
  if (open === 0) {
    first.current = null
    return null
  }
  if (last.current?.ended !== ended) last.current = { ended, at: Date.now() }
  // A retry opens ended ones again: the pace before it says nothing about what comes.
  if (!first.current || ended < first.current.ended) first.current = last.current
  return timeLeft(first.current, last.current, open)
}
