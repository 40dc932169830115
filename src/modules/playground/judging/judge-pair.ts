import { withoutParameters } from "../../../persistence/database-error"
import { PermanentGeneratorError } from "../../../ports"
import type { HeldLease } from "../generation/lease-keeper"
import { retrievePairToJudge, type JudgeChoice } from "../sql/judging/read-pair-judging"
import { callJudge } from "./call-judge"
import { checkPairJudgement } from "./check-judgement"
import type { JudgingDeps, PaidJudgingAnswer } from "./judging-deps"
import { toCompareRequest } from "./to-judge-request"

const SWAPPED = { first: "second", second: "first", equal: "equal" } as const

/**
 * Which draft of a pair the judge finds better, in one of the two orders. Null: the pair was deleted with
 * a batch, and the task with it.
 */
export async function judgePair(
  deps: JudgingDeps,
  { draft_id, pair_id }: { draft_id: string; pair_id: string },
  lease: HeldLease
): Promise<PaidJudgingAnswer | null> {
  const db = await deps.db()
  const pair = await withoutParameters("read pair", () => retrievePairToJudge(db, pair_id))
  const context = pair && (await deps.retrieveContext(pair.second_batch_id))
  if (!context) return null
  const isSwapped = draft_id !== pair.first_draft_id
  const request = toCompareRequest(pair, context, isSwapped)
  const { judge, name } = deps.configured
  const judged = await callJudge(deps, lease, async (call) => {
    if (judge.compare) return checkPairJudgement(await judge.compare(request, call), name)
    throw new PermanentGeneratorError(`Judge "${name}" compares no drafts.`, {
      code: "judge_cannot_compare",
      params: { judge: name },
    })
  })
  const { choice: shown, reason, usage, model } = judged
  const choice: JudgeChoice = isSwapped ? SWAPPED[shown] : shown
  return { answer: { score: null, choice, result: { reason } }, usage, model }
}
