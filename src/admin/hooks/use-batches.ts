import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { ApiError } from "../lib/common/api-error"
import { useAction } from "./common/use-action"
import { useRef } from "react"
import { campaignPath } from "../lib/common/campaign-path"
import { createIdempotencyKey } from "../lib/common/idempotency-key"
import type { SelectionInput } from "../lib/playground/lead-selection"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { BatchDetail, BatchPage, CreatedBatch } from "../lib/playground/types"

interface BatchQuery {
  step_index?: number
  offset?: number
  limit: number
}

/** A page of the campaign's batches, newest first. */
export const useBatches = (campaignId: string, query: BatchQuery) =>
  useQuery({
    queryKey: playgroundKeys.batches(campaignId, query),
    queryFn: ({ signal }) =>
      callApi<BatchPage>(campaignPath(campaignId, "playground/batches"), {
        query: { ...query },
        signal,
      }),
    placeholderData: keepPreviousData,
  })

const fetchBatch = (campaignId: string, batchId: string, signal?: AbortSignal) =>
  callApi<{ batch: BatchDetail }>(campaignPath(campaignId, `playground/batches/${batchId}`), {
    signal,
  })

/** One batch with its prompt's text. */
export const useBatch = (campaignId: string, batchId: string) =>
  useQuery({
    queryKey: playgroundKeys.batch(campaignId, batchId),
    queryFn: ({ signal }) => fetchBatch(campaignId, batchId, signal),
    select: ({ batch }) => batch,
  })

/** Reads a batch's prompt when somebody asks for it. */
export const useReadPrompt = (campaignId: string) =>
  useAction({
    mutationFn: async (batchId: string) => (await fetchBatch(campaignId, batchId)).batch.prompt,
  })

export type GenerateInput = SelectionInput & {
  step_index: number
  /** Absent: the variant's, the campaign's, the sender's or the default prompt. */
  custom_prompt?: string
}

/** A second click this soon after the answer, in ms, belongs to the first. */
const DOUBLE_CLICK_MS = 1_000

/**
 * Makes a batch. Each click has an `Idempotency-Key` of its own, except that a double click makes one
 * batch, and so does a click that repeats one without an answer: the first may have arrived.
 */
export function useGenerateDrafts(campaignId: string) {
  const queryClient = useQueryClient()
  const last = useRef<{ key: string; body: string } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  return useAction({
    mutationFn: (body: GenerateInput) => {
      clearTimeout(timer.current)
      const text = JSON.stringify(body)
      if (last.current?.body !== text) last.current = { key: createIdempotencyKey(), body: text }
      return callApiNow<CreatedBatch>(campaignPath(campaignId, "playground/generate"), {
        method: "POST",
        body,
        headers: { "Idempotency-Key": last.current.key },
      })
    },
    onSettled: (_, error) => {
      // The server has answered: whatever comes later is a wish of its own.
      if (!error || error instanceof ApiError) {
        timer.current = setTimeout(() => (last.current = null), DOUBLE_CLICK_MS)
      }
      void queryClient.invalidateQueries({ queryKey: playgroundKeys.allBatches(campaignId) })
    },
  })
}

/** Cancel and retry of one batch. */
export function useBatchActions(campaignId: string, batchId: string) {
  const queryClient = useQueryClient()
  const onSettled = () => {
    void queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) })
  }

  const cancel = useAction({
    mutationFn: () =>
      callApiNow<{ cancelled_count: number }>(campaignPath(campaignId, "playground/cancel"), {
        method: "POST",
        body: { batch_id: batchId },
      }),
    onSettled,
  })
  const retry = useAction({
    mutationFn: (leadIds?: string[]) =>
      callApiNow<{ total: number }>(campaignPath(campaignId, "playground/retry"), {
        method: "POST",
        body: { batch_id: batchId, ...(leadIds && { campaign_lead_ids: leadIds }) },
      }),
    onSettled,
  })
  return { cancel, retry }
}
