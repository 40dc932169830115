import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { PromptVersionPage } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

/** The prompts that the campaign's batches had, with what came of each; the last used first. */
export const usePromptVersions = (
  campaignId: string,
  query: { step_index?: number; offset: number; limit: number }
) =>
  useQuery({
    queryKey: playgroundKeys.prompts(campaignId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<PromptVersionPage>(campaignPath(campaignId, "playground/prompts"), {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
  })
