import { useQuery } from "@tanstack/react-query"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { DraftPage } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

/** A batch has no more. */
const ALL = 200
const AGAIN_AFTER_MS = 1_500

/**
 * The batch's drafts with their whole text. Read again while fewer are here than `succeeded` says
 * there are: each event would be too often.
 */
export const useDrafts = (campaignId: string, batchId: string, succeeded: number) =>
  useQuery({
    queryKey: playgroundKeys.drafts(campaignId, batchId),
    queryFn: ({ signal }) =>
      sdk.client.fetch<DraftPage>(campaignPath(campaignId, "playground/drafts"), {
        query: { batch_id: batchId, limit: ALL },
        signal,
      }),
    refetchInterval: ({ state }) =>
      state.data && state.data.count < succeeded ? AGAIN_AFTER_MS : false,
  })
