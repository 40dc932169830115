import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { Preview } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

export interface PreviewInput {
  step_index: number
  /** Absent: the first lead that a batch would draft for. */
  campaign_lead_id?: string
  /** Blank: the campaign's, the sender's or the default prompt. */
  custom_prompt?: string
  n_leads: number
}

/** What generating would send and cost. Spends nothing, so it is asked again with each change. */
export const usePreview = (campaignId: string, input: PreviewInput | null) =>
  useQuery({
    queryKey: playgroundKeys.preview(campaignId, input ?? { step_index: 0, n_leads: 0 }),
    queryFn: ({ signal }) =>
      sdk.client.fetch<Preview>(campaignPath(campaignId, "playground/preview"), {
        method: "POST",
        body: { ...input },
        signal,
      }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
