import { useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { sdk } from "../lib/common/sdk"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { Judgement, JudgementPage } from "../lib/playground/verdict-types"
import { useAction } from "./common/use-action"

/** What somebody says of a draft: neither score nor verdict takes it back. */
export type JudgementBody = Pick<Judgement, "score" | "verdict" | "reasons">

/** Of a batch of 200 drafts two people's fit into so many requests. */
const PER_REQUEST = 200
const MOST_REQUESTS = 5

const judgementsKey = (campaignId: string, batchId: string) =>
  [...playgroundKeys.all(campaignId), "judgements", batchId] as const

/** What people say of a batch's drafts. */
export const useJudgements = (campaignId: string, batchId: string) =>
  useQuery({
    queryKey: judgementsKey(campaignId, batchId),
    queryFn: async ({ signal }) => {
      const judgements: Judgement[] = []
      for (let request = 0; request < MOST_REQUESTS; request++) {
        const query = { batch_id: batchId, offset: judgements.length, limit: PER_REQUEST }
        const path = campaignPath(campaignId, "playground/judgements")
        const page = await callApi<JudgementPage>(path, { query, signal })
        judgements.push(...page.judgements)
        if (judgements.length >= page.count || page.judgements.length === 0) break
      }
      return judgements
    },
    retry: isWorthRetrying,
  })

/** The actor id of whoever looks at the page. */
export const useMyId = (): string | undefined =>
  useQuery({
    queryKey: ["playground", "me"],
    queryFn: () => sdk.admin.user.me({ fields: "id" }),
    staleTime: Infinity,
  }).data?.user.id

/** Says what one thinks of a draft, or something else than before. */
export function useJudgeDraft(campaignId: string, batchId: string) {
  const queryClient = useQueryClient()
  return useAction({
    mutationFn: async ({ draftId, body }: { draftId: string; body: JudgementBody }) => {
      const path = campaignPath(campaignId, `playground/drafts/${draftId}/judgements`)
      const answer = await callApiNow<{ judgement: Judgement | null }>(path, {
        method: "POST",
        body,
      })
      return answer.judgement
    },
    onSuccess: (judgement, { draftId }) => {
      const mine = judgement?.judged_by
      if (!mine) return
      // At once: the next key may be about what this one has said.
      queryClient.setQueryData<Judgement[]>(judgementsKey(campaignId, batchId), (old = []) => [
        ...old.filter((one) => one.draft_id !== draftId || one.judged_by !== mine),
        judgement,
      ])
    },
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: judgementsKey(campaignId, batchId) }),
  })
}
