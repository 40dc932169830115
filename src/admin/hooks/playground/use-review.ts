import { useMutation, useQueryClient } from "@tanstack/react-query"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { ApprovedDrafts, Draft, LeadReview } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"
import type { Email } from "./use-draft-desk"

/** What a reviewer may do with the drafts of a batch. Each call forgets what it has made stale. */
export function useReview(campaignId: string, batchId: string) {
  const queryClient = useQueryClient()
  const post = <T>(rest: string, body: object) =>
    sdk.client.fetch<T>(campaignPath(campaignId, rest), { method: "POST", body })
  const forget = (queryKey: readonly unknown[]) => queryClient.invalidateQueries({ queryKey })
  const forgetReviews = () =>
    Promise.all([
      forget(playgroundKeys.drafts(campaignId, batchId)),
      forget(playgroundKeys.allPrompts(campaignId)),
      forget(playgroundKeys.allComparisons(campaignId)),
    ])
  const onSettled = () =>
    Promise.all([forgetReviews(), forget(playgroundKeys.allApproved(campaignId))])

  const approve = useMutation({
    mutationFn: ({ draft, text }: { draft: Draft; text: Email }) =>
      post<LeadReview>(`leads/${draft.campaign_lead_id}/approve`, {
        step_index: draft.step_index,
        subject: text.subject,
        body: text.body,
        draft_id: draft.id,
      }),
    onSettled,
  })
  const withdraw = useMutation({
    mutationFn: (draft: Draft) =>
      post<LeadReview>(`leads/${draft.campaign_lead_id}/unapprove`, {
        step_index: draft.step_index,
      }),
    // Not the approved e-mail: there is none any more to be read again.
    onSettled: forgetReviews,
  })
  const reject = useMutation({
    mutationFn: ({ draft, reason }: { draft: Draft; reason: string }) =>
      post<{ draft: Draft }>(`playground/drafts/${draft.id}/reject`, {
        ...(reason.trim() && { reason: reason.trim() }),
      }),
    onSettled,
  })
  const approveNamed = useMutation({
    mutationFn: (draft_ids: string[]) =>
      post<ApprovedDrafts>("playground/approve", { batch_id: batchId, draft_ids }),
    onSettled,
  })
  return { approve, withdraw, reject, approveNamed }
}
