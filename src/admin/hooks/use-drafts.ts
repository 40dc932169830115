import { useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { useAction } from "./common/use-action"
import { campaignPath } from "../lib/common/campaign-path"
import { playgroundKeys } from "../lib/playground/query-keys"
import type {
  ApprovedDrafts,
  Draft,
  DraftPage,
  LeadReview,
  RejectedDrafts,
  UnapprovedDrafts,
} from "../lib/playground/types"
import { keepWithdrawn, type Edits } from "../lib/playground/begun-edits"
import type { Email } from "../lib/playground/kept"
import { eachOf, toOutcome, type ReviewOutcome } from "../lib/playground/review-outcome"
import { readEditedTexts } from "./use-approved-email"

/** A batch has no more. */
const ALL = 200
const AGAIN_AFTER_MS = 1_500

/**
 * The batch's drafts with their whole text. Read again while fewer are here than `succeeded` says
 * there are: each event would be too often.
 */
export const useDrafts = (
  campaignId: string,
  batchId: string,
  succeeded: number,
  isEnabled = true
) =>
  useQuery({
    enabled: isEnabled,
    queryKey: playgroundKeys.drafts(campaignId, batchId),
    queryFn: ({ signal }) =>
      callApi<DraftPage>(campaignPath(campaignId, "playground/drafts"), {
        query: { batch_id: batchId, limit: ALL },
        signal,
      }),
    refetchInterval: ({ state }) =>
      state.data && state.data.count < succeeded ? AGAIN_AFTER_MS : false,
  })

/** What a reviewer may do with the drafts of a batch. Each call forgets what it has made stale. */
export function useReview(campaignId: string, batchId: string) {
  const queryClient = useQueryClient()
  const post = <T>(rest: string, body: object) =>
    callApiNow<T>(campaignPath(campaignId, rest), { method: "POST", body })
  /** What was decided stands on the page at once: what can be chosen next is told by it. */
  const note = (decided: readonly Draft[], review_status: Draft["review_status"]) => {
    const ids = new Set(decided.map(({ id }) => id))
    queryClient.setQueryData<DraftPage>(
      playgroundKeys.drafts(campaignId, batchId),
      (page) =>
        page && {
          ...page,
          drafts: page.drafts.map((draft) =>
            ids.has(draft.id) ? { ...draft, review_status } : draft
          ),
        }
    )
  }
  const onSettled = () => {
    for (const queryKey of [
      playgroundKeys.drafts(campaignId, batchId),
      playgroundKeys.allPrompts(campaignId),
      playgroundKeys.allComparisons(campaignId),
      playgroundKeys.allApproved(campaignId),
    ])
      void queryClient.invalidateQueries({ queryKey })
  }

  const named = (drafts: readonly Draft[]) => ({
    batch_id: batchId,
    draft_ids: drafts.map(({ id }) => id),
  })
  const approveOne = (draft: Draft, text: Email) =>
    post<LeadReview>(`leads/${draft.campaign_lead_id}/approve`, {
      step_index: draft.step_index,
      subject: text.subject,
      body: text.body,
      draft_id: draft.id,
    })
  const withdrawOne = (draft: Draft) =>
    post<LeadReview>(`leads/${draft.campaign_lead_id}/unapprove`, { step_index: draft.step_index })
  const rejectOne = (draft: Draft, reason: string) =>
    post<{ draft: Draft }>(`playground/drafts/${draft.id}/reject`, {
      ...(reason.trim() && { reason: reason.trim() }),
    })
  const approveUnedited = async (drafts: readonly Draft[]): Promise<ReviewOutcome> => {
    if (drafts.length === 0) return { done: [], refused: [] }
    const answer = await post<ApprovedDrafts>("playground/approve", named(drafts))
    return toOutcome(drafts, answer.approved, answer.refused)
  }

  return {
    approve: useAction({
      mutationFn: ({ draft, text }: { draft: Draft; text: Email }) => approveOne(draft, text),
      onSuccess: (_, { draft }) => note([draft], "approved"),
      onSettled,
    }),
    withdraw: useAction({
      mutationFn: async (draft: Draft) => {
        const edited = await readEditedTexts(campaignId, [draft])
        await withdrawOne(draft)
        return edited
      },
      onSuccess: (edited, draft) => {
        keepWithdrawn([draft], edited)
        note([draft], "pending")
      },
      onSettled,
    }),
    reject: useAction({
      mutationFn: ({ draft, reason }: { draft: Draft; reason: string }) => rejectOne(draft, reason),
      onSuccess: (_, { draft }) => note([draft], "rejected"),
      onSettled,
    }),
    /** Those with an edit as edited, the others as they were drafted. */
    approveAll: useAction({
      mutationFn: async ({ drafts, edits }: { drafts: readonly Draft[]; edits: Edits }) => {
        const unedited = await approveUnedited(drafts.filter(({ id }) => !edits.has(id)))
        const edited = await eachOf(
          drafts.filter(({ id }) => edits.has(id)),
          (draft) => approveOne(draft, edits.get(draft.id) ?? draft)
        )
        return {
          done: [...unedited.done, ...edited.done],
          refused: [...unedited.refused, ...edited.refused],
        }
      },
      onSuccess: ({ done }) => note(done, "approved"),
      onSettled,
    }),
    withdrawAll: useAction({
      mutationFn: async ({ drafts, edits }: { drafts: readonly Draft[]; edits?: Edits }) => {
        const edited = edits ?? (await readEditedTexts(campaignId, drafts))
        const answer = await post<UnapprovedDrafts>("playground/unapprove", named(drafts))
        return { ...toOutcome(drafts, answer.unapproved, answer.refused), edited }
      },
      onSuccess: ({ done, edited }) => {
        keepWithdrawn(done, edited)
        note(done, "pending")
      },
      onSettled,
    }),
    rejectAll: useAction({
      mutationFn: async ({ drafts, reason }: { drafts: readonly Draft[]; reason: string }) => {
        const answer = await post<RejectedDrafts>("playground/reject", {
          ...named(drafts),
          ...(reason.trim() && { reason: reason.trim() }),
        })
        return toOutcome(drafts, answer.rejected, answer.refused)
      },
      onSuccess: ({ done }) => note(done, "rejected"),
      onSettled,
    }),
  }
}

export type Review = ReturnType<typeof useReview>
