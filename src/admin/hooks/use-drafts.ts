import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { sdk } from "../lib/common/sdk"
import { playgroundKeys } from "../lib/playground/query-keys"
import type {
  ApprovedDrafts,
  ApprovedEntry,
  Draft,
  DraftPage,
  LeadReview,
} from "../lib/playground/types"
import type { Email } from "./use-draft-desk"

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
