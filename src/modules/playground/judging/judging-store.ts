import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { AssignedLead, CampaignSnapshot, StepSnapshot } from "../../../ports"
import type { TaskRef } from "../../../queue/draft-queue"
import type { Page } from "../batches/page"
import { spread } from "../batches/preview-batch"
import type { EvaluationPreviewDTO } from "../evaluation/dtos"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import { createJudgingTasks } from "../sql/judging/create-judging-tasks"
import {
  countAgreement,
  listDraftsToJudge,
  listJudging,
  sumUpJudging,
  type JudgingSumsRow,
} from "../sql/judging/read-judging"
import { lockBatch } from "../sql/reads/lock-batch"
import { retrieveBatch } from "../sql/reads/retrieve-batch"
import { retrieveBatchContext, type BatchContextRow } from "../sql/reads/retrieve-batch-context"
import { toAgreement } from "./agreement"
import type { ConfiguredJudge } from "./configured-judge"
import type { BatchJudgingDTO, RequestedJudgingDTO } from "./dtos"
import { COUNTED_CALLS, estimateJudging } from "./estimate-judging"
import { noJudge } from "./no-judge"
import { toDraftJudging } from "./to-draft-judging"
import { toJudgeRequest } from "./to-judge-request"

/** What a judgement is taken to write where there is none yet. */
const OUTPUT_TOKENS = 400

interface JudgingStoreInput {
  manager: () => Promise<EntityManager>
  configured: ConfiguredJudge | null
  options: Pick<ResolvedPlaygroundOptions, "prices" | "currency">
  enqueue: (tasks: readonly TaskRef[]) => void
}

interface UnwrittenDrafts {
  campaign: CampaignSnapshot
  step: StepSnapshot
  leads: readonly AssignedLead[]
  draft_tokens: number
}

/** Has drafts judged, and reads what the judge said. */
export class JudgingStore {
  constructor(private readonly input_: JudgingStoreInput) {}

  /**
   * Has the drafts of a batch judged that this version of the judge has not judged, and is not judging.
   *
   * @throws MedusaError NOT_FOUND; NOT_ALLOWED `no_judge` where the host has none
   */
  async request(campaign_id: string, batch_id: string): Promise<RequestedJudgingDTO> {
    const { configured, enqueue, manager } = this.input_
    const db = await manager()
    const tasks = await withoutParameters("request judging", () =>
      db.transaction(async (transaction) => {
        if (!(await lockBatch(transaction, { campaign_id, batch_id }))) {
          throw notFound(campaign_id, batch_id)
        }
        if (!configured) throw noJudge()
        return createJudgingTasks(transaction, { batch_id, judge_version: configured.version })
      })
    )
    enqueue(tasks)
    return { batch_id, enqueued: tasks.length }
  }

  /** What the judge says of a batch, in lead order. @throws MedusaError NOT_FOUND */
  async retrieve(campaign_id: string, batch_id: string, page: Page): Promise<BatchJudgingDTO> {
    const { configured, manager } = this.input_
    const db = await manager()
    return withoutParameters("read judging", async () => {
      if (!(await retrieveBatch(db, { campaign_id, batch_id }))) {
        throw notFound(campaign_id, batch_id)
      }
      if (!configured) return { ...NOTHING, batch_id, ...page }
      const { name, judge, version: judge_version } = configured
      const of = { batch_id, judge_version }
      const [rows, context, sums, agreement] = await Promise.all([
        listJudging(db, { ...of, ...page }),
        retrieveBatchContext(db, batch_id),
        sumUpJudging(db, of),
        countAgreement(db, { campaign_id, judge_version }),
      ])
      if (!sums || !context) return { ...NOTHING, batch_id, ...page }
      const { pending, judged, failed, cancelled, unjudged } = sums
      return {
        batch_id,
        judge: { name, model: judge.model ?? null, version: judge_version },
        counts: { pending, judged, failed, cancelled, unjudged },
        mean_score: sums.mean_score,
        unsupported: sums.unsupported,
        estimate: await this.estimate_(db, configured, { batch_id, context, sums }),
        agreement: toAgreement([
          [agreement.both_good, agreement.only_people],
          [agreement.only_judge, agreement.both_bad],
        ]),
        judgements: rows.map((row) => toDraftJudging(row, context)),
        count: pending + judged + failed + cancelled,
        ...page,
      }
    })
  }

  /**
   * Which judge the host has, and what judging drafts that are not written yet would use; nulls where it
   * has none, or where it cannot be told.
   *
   * @param draft_tokens of one draft
   */
  async estimateUnwritten({
    campaign,
    step,
    leads,
    draft_tokens,
  }: UnwrittenDrafts): Promise<Pick<EvaluationPreviewDTO, "judge" | "judging_estimate">> {
    const { configured, options } = this.input_
    if (!configured) return { judge: null, judging_estimate: null }
    const { name, judge, version } = configured
    const told = { name, model: judge.model ?? null, version }
    const toMessages = judge.toMessages?.bind(judge)
    if (!toMessages || leads.length === 0) return { judge: told, judging_estimate: null }
    const context = { campaign_snapshot: campaign, step_snapshot: step }
    const toRequest = ({ lead, variant_label }: AssignedLead) =>
      toJudgeRequest({ subject: "", body: "", variant_label, lead_snapshot: lead }, context)
    const judging_estimate = await estimateJudging({
      judge,
      options,
      messages: spread(leads, COUNTED_CALLS).map((lead) => toMessages(toRequest(lead))),
      unwritten_tokens: draft_tokens,
      output_tokens: OUTPUT_TOKENS,
      calls: leads.length,
    })
    return { judge: told, judging_estimate }
  }

  private async estimate_(
    db: EntityManager,
    { judge, version: judge_version }: ConfiguredJudge,
    {
      batch_id,
      context,
      sums,
    }: { batch_id: string; context: BatchContextRow; sums: JudgingSumsRow }
  ): Promise<BatchJudgingDTO["estimate"]> {
    const left = sums.pending + sums.failed + sums.cancelled + sums.unjudged
    const toMessages = judge.toMessages?.bind(judge)
    if (left === 0 || !toMessages) return null
    const drafts = await listDraftsToJudge(db, { batch_id, judge_version, limit: COUNTED_CALLS })
    return estimateJudging({
      judge,
      options: this.input_.options,
      messages: drafts.map((draft) => toMessages(toJudgeRequest(draft, context))),
      output_tokens: sums.mean_output_tokens ?? OUTPUT_TOKENS,
      calls: left,
    })
  }
}

/** Where the host has no judge. */
const NOTHING = {
  judge: null,
  counts: { pending: 0, judged: 0, failed: 0, cancelled: 0, unjudged: 0 },
  mean_score: null,
  unsupported: 0,
  estimate: null,
  agreement: { share: null, kappa: null, n: 0, enough: false },
  judgements: [],
  count: 0,
}

const notFound = (campaign_id: string, batch_id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `Campaign ${campaign_id} has no batch ${batch_id}.`)
