import type { EntityManager } from "typeorm"
import { ChecksSchema, type Check } from "../checks/check-schema"
import { runChecks } from "../checks/run-checks"
import { listCheckedDrafts } from "../sql/checks/campaign-checks"
import { listEndedEvaluations, type EvaluationRow } from "../sql/evaluation/list-evaluations"
import { sumUpDrafts } from "../sql/evaluation/sum-up-drafts"
import { isJudgingDue } from "../sql/judging/create-judging-tasks"
import { sumUpJudging, type JudgingSumsRow } from "../sql/judging/read-judging"
import { settleEvaluation } from "../sql/evaluation/write-evaluation"
import {
  asksJudge,
  ThresholdsSchema,
  toThresholdResults,
  type EvaluationFigures,
} from "./thresholds"

const NOT_JUDGED = { mean_score: null, unsupported: null }

const NOTHING: EvaluationFigures = {
  total: 0,
  drafted: 0,
  failed: 0,
  flagged: 0,
  checked: null,
  judge_score: null,
  unsupported: null,
}

/** Most evaluations that one pass of the reconciler settles. */
const SETTLE_LIMIT = 50

/** Whether its batch has ended and nobody has settled it yet. */
export const isToSettle = ({ status, batch_status }: EvaluationRow): boolean =>
  status === "pending" && batch_status !== "running"

/**
 * Works out what an evaluation whose batch has ended came to, and writes it down for good: its drafts
 * may be swept, and the campaign's checks may change. One that asks something of the judge waits until
 * the judge has done with a batch that finished; a judge that was replaced meanwhile is not waited for.
 *
 * @param judge_version of the host's judge; null: it has none (any more), and nothing is waited for
 */
export async function settle(
  manager: EntityManager,
  row: EvaluationRow,
  judge_version: string | null
): Promise<void> {
  const thresholds = ThresholdsSchema.parse(row.thresholds)
  const { batch_id } = row
  let judging: JudgingSumsRow | null = null
  if (batch_id && judge_version && asksJudge(thresholds)) {
    // Asked first: what takes the order makes its tasks in the same statement.
    const isDue = await isJudgingDue(manager, batch_id)
    judging = await sumUpJudging(manager, { batch_id, judge_version })
    const isWaiting = isDue || (judging?.pending ?? 0) > 0
    if (isWaiting && row.batch_status === "finished") return
  }
  const figures = batch_id
    ? await toFigures(manager, batch_id, ChecksSchema.parse(row.checks), judging)
    : NOTHING
  const results = toThresholdResults(thresholds, figures)
  const isPassed =
    row.batch_status === "finished" &&
    figures.drafted > 0 &&
    results.every(({ passed }) => passed === true)
  await settleEvaluation(manager, {
    evaluation_id: row.id,
    status: isPassed ? "passed" : "failed",
    figures,
  })
}

async function toFigures(
  manager: EntityManager,
  batch_id: string,
  checks: readonly Check[],
  judging: JudgingSumsRow | null
): Promise<EvaluationFigures> {
  const { total, succeeded: drafted, flagged } = await sumUpDrafts(manager, batch_id)
  const checked = checks.length > 0 ? await countKept(manager, batch_id, checks) : null
  // A mean over some of the drafts would pass for that of all.
  const isJudged = judging !== null && judging.judged === drafted
  const { mean_score: judge_score, unsupported } = isJudged ? judging : NOT_JUDGED
  return {
    total,
    drafted,
    failed: total - drafted,
    flagged,
    checked,
    judge_score,
    unsupported,
  }
}

/** How many drafts keep every check. */
async function countKept(
  manager: EntityManager,
  batch_id: string,
  checks: readonly Check[]
): Promise<number> {
  const results = await runChecks(checks, await listCheckedDrafts(manager, batch_id))
  return results.filter((found) => found.every(({ passed }) => passed)).length
}

/** Settles what nobody has looked at since its batch ended. */
export async function settleEnded(
  manager: EntityManager,
  judge_version: string | null
): Promise<void> {
  for (const row of await listEndedEvaluations(manager, { limit: SETTLE_LIMIT })) {
    await settle(manager, row, judge_version)
  }
}
