import { useBatchProgress } from "../use-batch-progress"
import { useBatches } from "./use-batches"
import { usePlaygroundAddress } from "./use-playground-address"

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
    /** Nothing was ever generated for the campaign. */
    isNone: newest.isSuccess && batchId === null,
    show: showBatch,
  }
}

export type BatchInView = ReturnType<typeof useBatchInView>
