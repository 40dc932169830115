import { useQuery } from "@tanstack/react-query"
import { callApi } from "../lib/common/api"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { campaignPath } from "../lib/common/campaign-path"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { Comparison } from "../lib/playground/types"

/** Two batches of one step, lead by lead. Null: two were not chosen yet. */
export const useComparison = (campaignId: string, batchIds: [string, string] | null) =>
  useQuery({
    queryKey: playgroundKeys.comparison(campaignId, batchIds ?? []),
    queryFn: ({ signal }) =>
      callApi<Comparison>(campaignPath(campaignId, "playground/compare"), {
        query: { batch_ids: batchIds?.join(","), limit: 200 },
        signal,
      }),
    enabled: batchIds !== null,
    retry: isWorthRetrying,
  })
