import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { campaignPath } from "../lib/common/campaign-path"
import { createIdempotencyKey } from "../lib/common/idempotency-key"
import { sdk } from "../lib/common/sdk"
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
      sdk.client.fetch<BatchPage>(campaignPath(campaignId, "playground/batches"), {
        query: { ...query },
        signal,
      }),
    placeholderData: keepPreviousData,
  })

const fetchBatch = (campaignId: string, batchId: string, signal?: AbortSignal) =>
  sdk.client.fetch<{ batch: BatchDetail }>(
    campaignPath(campaignId, `playground/batches/${batchId}`),
    { signal }
  )

/** One batch with its prompt's text. */
export const useBatch = (campaignId: string, batchId: string) =>
  useQuery({
    queryKey: playgroundKeys.batch(campaignId, batchId),
    queryFn: ({ signal }) => fetchBatch(campaignId, batchId, signal),
    select: ({ batch }) => batch,
  })

/** Reads a batch's prompt when somebody asks for it. */
export const useReadPrompt = (campaignId: string) =>
  useMutation({
    mutationFn: async (batchId: string) => (await fetchBatch(campaignId, batchId)).batch.prompt,
  })

export interface GenerateInput {
  step_index: number
  n_leads: number
  /** Absent: the campaign's, the sender's or the default prompt. */
  custom_prompt?: string
}

/** A second click this soon after the answer, in ms, belongs to the first. */
const DOUBLE_CLICK_MS = 1_000

/**
 * Makes a batch. Each click has an `Idempotency-Key` of its own, but a second one before the first was
 * answered, or right after, has the same: a double click makes one batch.
 */
export function useGenerateDrafts(campaignId: string) {
  const queryClient = useQueryClient()
  const key = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  return useMutation({
    mutationFn: (body: GenerateInput) => {
      clearTimeout(timer.current)
      key.current ??= createIdempotencyKey()
      return sdk.client.fetch<CreatedBatch>(campaignPath(campaignId, "playground/generate"), {
        method: "POST",
        body: { ...body },
        headers: { "Idempotency-Key": key.current },
      })
    },
    onSettled: () => {
      timer.current = setTimeout(() => (key.current = null), DOUBLE_CLICK_MS)
      return queryClient.invalidateQueries({ queryKey: playgroundKeys.allBatches(campaignId) })
    },
  })
}

/** Cancel and retry of one batch. */
export function useBatchActions(campaignId: string, batchId: string) {
  const queryClient = useQueryClient()
  const onSettled = () =>
    queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) })

  const cancel = useMutation({
    mutationFn: () =>
      sdk.client.fetch<{ cancelled_count: number }>(campaignPath(campaignId, "playground/cancel"), {
        method: "POST",
        body: { batch_id: batchId },
      }),
    onSettled,
  })
  const retry = useMutation({
    mutationFn: (leadIds?: string[]) =>
      sdk.client.fetch<{ total: number }>(campaignPath(campaignId, "playground/retry"), {
        method: "POST",
        body: { batch_id: batchId, ...(leadIds && { campaign_lead_ids: leadIds }) },
      }),
    onSettled,
  })
  return { cancel, retry }
}
