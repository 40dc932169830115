import { useQuery } from "@tanstack/react-query"
import { isWorthRetrying } from "../../lib/is-worth-retrying"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { ApprovedEntry, Draft } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

/** What was approved from this draft, as a sender would send it; no data while nothing is. */
export const useApprovedEmail = (campaignId: string, draft: Draft) => {
  const { campaign_lead_id, step_index } = draft
  const isApproved = draft.review_status === "approved"
  const { data, error } = useQuery({
    queryKey: playgroundKeys.approved(campaignId, draft.id),
    queryFn: ({ signal }) =>
      sdk.client.fetch<{ approved_entry: ApprovedEntry }>(
        campaignPath(campaignId, `leads/${campaign_lead_id}/approved-emails/${step_index}`),
        { signal }
      ),
    select: ({ approved_entry }) => approved_entry,
    enabled: isApproved,
    retry: isWorthRetrying,
  })
  // An approval that was withdrawn is still in the cache.
  return { data: isApproved ? data : undefined, error }
}
