import { useMutation, useQuery } from "@tanstack/react-query"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { BatchDetail } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

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
