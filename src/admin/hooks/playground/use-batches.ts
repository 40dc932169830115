import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { BatchPage } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

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
