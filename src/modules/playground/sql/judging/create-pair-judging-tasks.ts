import { queryRows, type Db } from "../../../../persistence/db"
import { AGAIN, type CreatedJudgingTaskRow } from "./create-judging-tasks"

/**
 * Has each pair of a comparison judged in both orders, once each by this version of the judge: what is
 * judged, or being judged, is passed over. A task's draft is the one shown first, and its batch pays for
 * the call. Must run inside a transaction that holds the row locks of both batches, so that a cancel
 * comes wholly before or wholly after it.
 */
export async function createPairJudgingTasks(
  transaction: Db,
  input: { comparison_id: string; judge_version: string }
): Promise<CreatedJudgingTaskRow[]> {
  return queryRows<CreatedJudgingTaskRow>(
    transaction,
    `insert into playground_judging_task as judging (draft_id, batch_id, pair_id, judge_version)
     select shown.draft_id, shown.batch_id, pair.id, $2
       from playground_comparison_pair as pair
       join playground_comparison as comparison on comparison.id = pair.comparison_id
      cross join lateral (values (pair.first_draft_id, comparison.first_batch_id),
                                 (pair.second_draft_id, comparison.second_batch_id)
            ) as shown (draft_id, batch_id)
      where comparison.id = $1 order by pair.id, shown.draft_id
     on conflict (pair_id, draft_id, judge_version) where pair_id is not null ${AGAIN}`,
    [input.comparison_id, input.judge_version]
  )
}
