import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { createIdempotencyKey } from "../lib/idempotency-key"
import { campaignPath } from "../lib/playground/path"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { CreatedBatch } from "../lib/playground/types"
import { sdk } from "../lib/sdk"

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
