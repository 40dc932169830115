import { useQuery } from "@tanstack/react-query"
import { isWorthRetrying } from "../../lib/is-worth-retrying"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { ApprovedEntry, Draft } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

/** What was approved from this draft, as a sender would send it. */
export const useApprovedEmail = (campaignId: string, draft: Draft) => {
  const { campaign_lead_id, step_index, review_status } = draft
  return useQuery({
    queryKey: playgroundKeys.approved(campaignId, campaign_lead_id, step_index),
    queryFn: ({ signal }) =>
      sdk.client.fetch<{ approved_entry: ApprovedEntry }>(
        campaignPath(campaignId, `leads/${campaign_lead_id}/approved-emails/${step_index}`),
        { signal }
      ),
    select: ({ approved_entry }) => approved_entry,
    enabled: review_status === "approved",
    retry: isWorthRetrying,
  })
}
