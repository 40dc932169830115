import { useQuery } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { ApiError } from "../lib/common/api-error"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type { Email } from "../lib/playground/kept"
import { playgroundKeys } from "../lib/playground/query-keys"
import { eachOf } from "../lib/playground/review-outcome"
import type { ApprovedEntry, Draft } from "../lib/playground/types"

interface Answer {
  approved_entry: ApprovedEntry
}

const pathOf = (campaignId: string, { campaign_lead_id, step_index }: Draft) =>
  campaignPath(campaignId, `leads/${campaign_lead_id}/approved-emails/${step_index}`)

/** What was approved from this draft, as a sender would send it; no data while nothing is. */
export const useApprovedEmail = (campaignId: string, draft: Draft) => {
  const isApproved = draft.review_status === "approved"
  const { data, error } = useQuery({
    queryKey: playgroundKeys.approved(campaignId, draft.id),
    queryFn: ({ signal }) => callApi<Answer>(pathOf(campaignId, draft), { signal }),
    select: ({ approved_entry }) => approved_entry,
    enabled: isApproved,
    retry: isWorthRetrying,
  })
  // An approval that was withdrawn is still in the cache.
  return { data: isApproved ? data : undefined, error }
}

/**
 * What was approved from these drafts in other words than theirs, by draft id.
 *
 * @throws whatever kept one of them from being read
 */
export async function readEditedTexts(
  campaignId: string,
  drafts: readonly Draft[]
): Promise<ReadonlyMap<string, Email>> {
  const texts = new Map<string, Email>()
  const { refused } = await eachOf(drafts, async (draft) => {
    const { approved_entry } = await callApiNow<Answer>(pathOf(campaignId, draft), {})
    const { is_edited, draft_id, subject, body } = approved_entry
    if (is_edited && draft_id === draft.id) texts.set(draft.id, { subject, body })
  })
  // One that is not approved any more holds nothing that could be lost.
  const unread = refused.find(
    ({ reason }) => !(reason instanceof ApiError && reason.status === 404)
  )
  if (unread) throw unread.reason
  return texts
}
