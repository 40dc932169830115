import { withoutParameters } from "../../../persistence/database-error"
import type { HeldLease } from "../generation/lease-keeper"
import { retrieveDraftToJudge, type ClaimedJudgingRow } from "../sql/judging/claim-judging-task"
import { callJudge } from "./call-judge"
import { checkJudgement } from "./check-judgement"
import type { JudgingDeps, PaidJudgingAnswer } from "./judging-deps"
import { toJudgeRequest } from "./to-judge-request"

/** What the judge says of one draft. Null: it was deleted with its batch, and the task with it. */
export async function judgeDraft(
  deps: JudgingDeps,
  { batch_id, draft_id }: Pick<ClaimedJudgingRow, "batch_id" | "draft_id">,
  lease: HeldLease
): Promise<PaidJudgingAnswer | null> {
  const db = await deps.db()
  const [draft, context] = await Promise.all([
    withoutParameters("read draft", () => retrieveDraftToJudge(db, draft_id)),
    deps.retrieveContext(batch_id),
  ])
  if (!draft || !context) return null
  const request = toJudgeRequest(draft, context)
  const { judge, name } = deps.configured
  const { score, criteria, claims, usage, model } = await callJudge(deps, lease, async (call) =>
    checkJudgement(await judge.judge(request, call), request, name)
  )
  return { answer: { score, choice: null, result: { criteria, claims } }, usage, model }
}
