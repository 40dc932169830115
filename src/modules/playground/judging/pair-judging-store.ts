import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { TaskRef } from "../../../queue/draft-queue"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import { createPairJudgingTasks } from "../sql/judging/create-pair-judging-tasks"
import { cancelPairJudging } from "../sql/judging/end-judging"
import {
  listPairsToJudge,
  sumUpPairJudging,
  type PairJudgingSumsRow,
} from "../sql/judging/read-pair-judging"
import { lockBatch } from "../sql/reads/lock-batch"
import { retrieveBatchContext } from "../sql/reads/retrieve-batch-context"
import { retrieveComparison, type ComparisonRow } from "../sql/verdict/list-comparisons"
import type { ConfiguredJudge } from "./configured-judge"
import type { CancelledPairJudgingDTO, PairJudgingDTO, RequestedPairJudgingDTO } from "./dtos"
import { COUNTED_CALLS, estimateJudging } from "./estimate-judging"
import { noJudge } from "./no-judge"
import { toCompareRequest } from "./to-judge-request"

/** What a call about a pair is taken to write where there was none yet. */
const OUTPUT_TOKENS = 100

interface PairJudgingStoreInput {
  manager: () => Promise<EntityManager>
  configured: ConfiguredJudge | null
  options: Pick<ResolvedPlaygroundOptions, "prices" | "currency">
  enqueue: (tasks: readonly TaskRef[]) => void
  /** Has calls stopped, in all processes, whose tasks were cancelled. */
  abort: (batch_id: string) => void
}

type Key = { campaign_id: string; comparison_id: string }

/** Has the pairs of comparisons judged, in both orders each. What came of it, the comparison tells. */
export class PairJudgingStore {
  constructor(private readonly input_: PairJudgingStoreInput) {}

  /**
   * Asks about every pair of a comparison that this version of the judge has not judged in both orders,
   * and is not judging.
   *
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED `no_judge` where the host has none, `judge_cannot_compare`
   *   where the host's own only judges drafts by themselves
   */
  async request({ campaign_id, comparison_id }: Key): Promise<RequestedPairJudgingDTO> {
    const { configured, enqueue } = this.input_
    const tasks = await this.run_("request judging", (db) =>
      db.transaction(async (transaction) => {
        const row = await find(transaction, { campaign_id, comparison_id })
        // In one order, whoever asks: two that lock both must not wait for each other.
        for (const batch_id of [row.first_batch_id, row.second_batch_id].sort()) {
          if (!(await lockBatch(transaction, { campaign_id, batch_id }))) {
            throw absent({ campaign_id, comparison_id })
          }
        }
        const { version: judge_version } = assertCompares(configured)
        return createPairJudgingTasks(transaction, { comparison_id, judge_version })
      })
    )
    enqueue(tasks)
    return { comparison_id, enqueued: tasks.length }
  }

  /** How the calls stand, and what the rest would use. @throws MedusaError NOT_FOUND */
  async retrieve({ campaign_id, comparison_id }: Key): Promise<PairJudgingDTO> {
    const { configured } = this.input_
    return this.run_("read judging", async (db) => {
      const row = await find(db, { campaign_id, comparison_id })
      if (!configured?.judge.compare) return { ...NOTHING, comparison_id }
      const { name, judge, version } = configured
      const sums = await sumUpPairJudging(db, { comparison_id, judge_version: version })
      if (!sums) return { ...NOTHING, comparison_id }
      const { pending, judged, failed, cancelled, unjudged, error_code: code } = sums
      const { error_message: message, error_params: params } = sums
      return {
        comparison_id,
        judge: { name, model: judge.model ?? null, version },
        counts: { pending, judged, failed, cancelled, unjudged },
        estimate: await this.estimate_(db, configured, row, sums),
        error: code === null ? null : { code, message: message ?? code, params: params ?? {} },
      }
    })
  }

  /** Ends what is not judged yet. @throws MedusaError NOT_FOUND */
  async cancel({ campaign_id, comparison_id }: Key): Promise<CancelledPairJudgingDTO> {
    return this.run_("cancel judging", async (db) => {
      const { first_batch_id } = await find(db, { campaign_id, comparison_id })
      const cancelled = await cancelPairJudging(db, comparison_id)
      if (cancelled.length > 0) this.input_.abort(first_batch_id)
      return { comparison_id, cancelled_count: cancelled.length }
    })
  }

  private async estimate_(
    db: EntityManager,
    { judge }: ConfiguredJudge,
    { id: comparison_id, second_batch_id }: ComparisonRow,
    sums: PairJudgingSumsRow
  ): Promise<PairJudgingDTO["estimate"]> {
    const calls = sums.pending + sums.failed + sums.cancelled + sums.unjudged
    const toCompareMessages = judge.toCompareMessages?.bind(judge)
    if (calls === 0 || !toCompareMessages) return null
    const [pairs, context] = await Promise.all([
      listPairsToJudge(db, { comparison_id, limit: COUNTED_CALLS }),
      retrieveBatchContext(db, second_batch_id),
    ])
    if (!context) return null
    const estimate = await estimateJudging({
      judge,
      options: this.input_.options,
      messages: pairs.map((pair) => toCompareMessages(toCompareRequest(pair, context, false))),
      output_tokens: sums.mean_output_tokens ?? OUTPUT_TOKENS,
      calls,
    })
    return { calls, ...estimate }
  }

  private async run_<T>(what: string, work: (db: EntityManager) => Promise<T>): Promise<T> {
    const db = await this.input_.manager()
    return withoutParameters(what, () => work(db))
  }
}

/** Where the host has no judge that compares. */
const NOTHING = {
  judge: null,
  counts: { pending: 0, judged: 0, failed: 0, cancelled: 0, unjudged: 0 },
  estimate: null,
  error: null,
}

function assertCompares(configured: ConfiguredJudge | null): ConfiguredJudge {
  if (!configured) throw noJudge()
  if (configured.judge.compare) return configured
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `The judge "${configured.name}" judges drafts by themselves alone. Give it the method "compare", ` +
      'or configure another with the plugin option "judge".',
    "judge_cannot_compare"
  )
}

async function find(db: EntityManager, key: Key): Promise<ComparisonRow> {
  const row = await retrieveComparison(db, key)
  if (row) return row
  throw absent(key)
}

const absent = ({ campaign_id, comparison_id }: Key) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Campaign ${campaign_id} has no comparison ${comparison_id}.`
  )
