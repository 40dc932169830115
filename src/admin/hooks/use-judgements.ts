import { useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { sdk } from "../lib/common/sdk"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { Judgement, JudgementPage } from "../lib/playground/verdict-types"
import { useAction } from "./common/use-action"
import { judgingKeys } from "./use-judging"

/** What somebody says of a draft: nothing at all takes it back. */
export type JudgementBody = Pick<Judgement, "score" | "verdict" | "reasons">

export const saysSomething = ({ score, verdict, reasons }: JudgementBody): boolean =>
  score !== null || verdict !== null || reasons.length > 0

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

const NOTHING: JudgementBody = { score: null, verdict: null, reasons: [] }

/** What one has said of a draft so far. */
const saidBy = (judgements: readonly Judgement[], draftId: string, actorId: string) =>
  judgements.find(({ draft_id, judged_by }) => draft_id === draftId && judged_by === actorId) ??
  NOTHING

/**
 * Says what one thinks of a draft, or something else than before. It counts at once, before the server
 * has answered: the next key is about what this one said.
 */
export function useJudgeDraft(campaignId: string, batchId: string, myId: string | undefined) {
  const queryClient = useQueryClient()
  const key = judgementsKey(campaignId, batchId)
  const mutationKey = ["judge", batchId]
  const { mutate } = useAction({
    mutationKey,
    // One after the other: the last thing that was said is what stays.
    scope: { id: `judge ${batchId}` },
    mutationFn: ({ draftId, body }: { draftId: string; body: JudgementBody }) =>
      callApiNow<{ judgement: Judgement | null }>(
        campaignPath(campaignId, `playground/drafts/${draftId}/judgements`),
        { method: "POST", body }
      ),
    onSettled: () => {
      if (queryClient.isMutating({ mutationKey }) > 1) return
      void queryClient.invalidateQueries({ queryKey: key })
      // How far judge and people agree is another figure now.
      void queryClient.invalidateQueries({ queryKey: judgingKeys.all(campaignId) })
    },
  })
  return (
    draftId: string,
    change: (said: JudgementBody) => Partial<JudgementBody>,
    onError: (error: Error) => void
  ) => {
    if (!myId) return
    const known = queryClient.getQueryData<Judgement[]>(key) ?? []
    const { score, verdict, reasons } = saidBy(known, draftId, myId)
    const said = { score, verdict, reasons }
    const body = { ...said, ...change(said) }
    const now = new Date().toISOString()
    const mine = { draft_id: draftId, judged_by: myId, ...body, created_at: now, updated_at: now }
    const others = known.filter((one) => one.draft_id !== draftId || one.judged_by !== myId)
    void queryClient.cancelQueries({ queryKey: key })
    queryClient.setQueryData<Judgement[]>(key, saysSomething(body) ? [...others, mine] : others)
    mutate({ draftId, body }, { onError })
  }
}
