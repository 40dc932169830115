import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { DatabaseError, SQLSTATE, withoutParameters } from "../../../persistence/database-error"
import { leadFingerprint } from "../../../ports"
import {
  createDraftBatch,
  findReplay,
  type CreateDraftBatchTerms,
  type EarlierDraftBatch,
} from "../batches/create-draft-batch"
import type { BatchPromptDTO } from "../batches/dtos"
import { ChecksSchema, type Check } from "../checks/check-schema"
import { promptOf } from "../prompts/resolve-batch-prompt"
import { retrieveChecks } from "../sql/checks/campaign-checks"
import {
  countEvaluations,
  findEvaluationOfBatch,
  listEvaluations,
  retrieveEvaluation,
  type EvaluationRow,
} from "../sql/evaluation/list-evaluations"
import { listTestLeads, retrieveTestSet, type TestLeadRow } from "../sql/evaluation/list-test-sets"
import { insertEvaluation } from "../sql/evaluation/write-evaluation"
import { orderJudging } from "../sql/judging/create-judging-tasks"
import type { NewDraftTask } from "../sql/transitions/create-batch"
import type {
  CreateEvaluationInput,
  CreateEvaluationOutcome,
  EarlierEvaluation,
  EvaluationDetailDTO,
  EvaluationDTO,
  EvaluationPageDTO,
} from "./dtos"
import { draftedVariant } from "./drafted-variant"
import { isToSettle, settle } from "./settle"
import { noTestSet } from "./test-set-store"
import {
  asksJudge,
  FiguresSchema,
  ThresholdsSchema,
  toThresholdResults,
  type Thresholds,
} from "./thresholds"

interface EvaluationFilter {
  campaign_id: string
  /** Null: of all sets. */
  test_set_id: string | null
}

/** Prompts that were run against test sets, and whether they reached what was asked of them. */
export class EvaluationStore {
  constructor(
    private readonly manager_: () => Promise<EntityManager>,
    private readonly terms_: CreateDraftBatchTerms,
    /** Version of the host's judge; null: it has none. */
    private readonly judgeVersion_: string | null
  ) {}

  /**
   * Commits an evaluation and its batch together, or finds the one that its idempotency key made; nothing
   * is enqueued yet.
   *
   * @throws MedusaError NOT_FOUND for an unknown test set; NOT_ALLOWED `no_checks`, `no_judge`, for a step
   *   that drafts for nobody, and when the campaign has as many running batches as it may have
   */
  async create(input: CreateEvaluationInput): Promise<CreateEvaluationOutcome> {
    const { campaign, step, prompt, test_set_id, thresholds, created_by } = input
    const key = { campaign_id: campaign.id, test_set_id }
    return this.run_("create evaluation", async (manager) => {
      if (!(await retrieveTestSet(manager, key))) throw noTestSet(key)
      const variant_label = draftedVariant(step)
      const checks = await this.readChecks_(manager, campaign.id, thresholds)
      const leads = await listTestLeads(manager, test_set_id)
      const used = promptOf(prompt, variant_label)
      let evaluation_id = ""
      const created = await createDraftBatch(
        manager,
        this.terms_,
        {
          campaign,
          step,
          prompt,
          requested_by: created_by,
          idempotency: input.idempotency,
          test_set_id,
          tasks: leads.map((lead) => toTask(lead, variant_label, prompt)),
        },
        async (transaction, { batch_id }) => {
          evaluation_id = await insertEvaluation(transaction, {
            ...key,
            batch_id,
            step_index: step.step_index,
            prompt_id: input.prompt_id,
            prompt_version_hash: used.hash,
            thresholds,
            checks,
            created_by,
          })
          if (asksJudge(thresholds)) await orderJudging(transaction, batch_id)
        }
      ).catch((error: unknown) => {
        // It was deleted between the look at it and its batch.
        const isGone =
          error instanceof DatabaseError && error.sqlState === SQLSTATE.foreignKeyViolation
        throw isGone ? noTestSet(key) : error
      })
      if (created.outcome !== "created") {
        const earlier = await toEarlier(manager, campaign.id, created)
        if (earlier) return earlier
        throw noTestSet(key)
      }
      const { batch, tasks, is_instant } = created
      const evaluation = await readAsMade(manager, campaign.id, evaluation_id)
      if (!evaluation) throw noTestSet(key)
      return { outcome: "created", evaluation, batch_id: batch.batch_id, tasks, is_instant }
    })
  }

  /** What an idempotency key made before; null when the key is new to the campaign. */
  async findByIdempotencyKey(
    campaign_id: string,
    idempotency: { key: string; request_fingerprint: string }
  ): Promise<EarlierEvaluation | null> {
    return this.run_("find evaluation by key", async (manager) => {
      const earlier = await findReplay(manager, campaign_id, idempotency)
      return earlier && toEarlier(manager, campaign_id, earlier)
    })
  }

  async list(
    filter: EvaluationFilter,
    page: { offset: number; limit: number }
  ): Promise<EvaluationPageDTO> {
    return this.run_("list evaluations", async (manager) => {
      const read = () => listEvaluations(manager, { ...filter, ...page })
      let rows = await read()
      const ended = rows.filter(isToSettle)
      for (const row of ended) await settle(manager, row, this.judgeVersion_)
      if (ended.length > 0) rows = await read()
      const count = await countEvaluations(manager, filter)
      return { evaluations: rows.map(toEvaluation), count, ...page }
    })
  }

  /** @throws MedusaError NOT_FOUND */
  async retrieve(campaign_id: string, evaluation_id: string): Promise<EvaluationDetailDTO> {
    return this.run_("read evaluation", async (manager) => {
      const read = () => retrieveEvaluation(manager, { campaign_id, evaluation_id })
      let row = await read()
      if (row && isToSettle(row)) {
        await settle(manager, row, this.judgeVersion_)
        row = await read()
      }
      if (row) return { ...toEvaluation(row), prompt: row.prompt }
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Campaign ${campaign_id} has no evaluation ${evaluation_id}.`
      )
    })
  }

  private async readChecks_(
    manager: EntityManager,
    campaign_id: string,
    thresholds: Thresholds
  ): Promise<Check[]> {
    if (asksJudge(thresholds) && this.judgeVersion_ === null) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "This host has no judge, so min_judge_score and max_unsupported cannot be told (field thresholds): " +
          'configure one with the plugin option "judge", or leave them out.',
        "no_judge"
      )
    }
    const row = await retrieveChecks(manager, campaign_id)
    const checks = row ? ChecksSchema.parse(row.checks) : []
    if (checks.length > 0 || thresholds.min_checks_passed === undefined) return checks
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Campaign ${campaign_id} has no checks, so min_checks_passed cannot be told (field thresholds): ` +
        "set some, or leave it out.",
      "no_checks"
    )
  }

  private async run_<T>(what: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const manager = await this.manager_()
    return withoutParameters(what, () => work(manager))
  }
}

const toTask = (
  { id, lead_snapshot }: TestLeadRow,
  variant_label: string,
  { variants = {} }: BatchPromptDTO
): NewDraftTask => ({
  campaign_lead_id: id,
  variant_label,
  lead_snapshot,
  lead_fingerprint: leadFingerprint(lead_snapshot),
  ...(variants[variant_label] && { prompt: variants[variant_label] }),
})

/** Null: it was deleted with its test set meanwhile. */
async function toEarlier(
  manager: EntityManager,
  campaign_id: string,
  earlier: EarlierDraftBatch
): Promise<EarlierEvaluation | null> {
  if (earlier.outcome === "conflict") return earlier
  const { batch_id } = earlier.batch
  const evaluation_id = await findEvaluationOfBatch(manager, { campaign_id, batch_id })
  const evaluation = evaluation_id && (await readAsMade(manager, campaign_id, evaluation_id))
  return evaluation ? { outcome: "replayed", evaluation } : null
}

/** The evaluation as it was when it was made, whatever it has come to since. */
async function readAsMade(
  manager: EntityManager,
  campaign_id: string,
  evaluation_id: string
): Promise<EvaluationDetailDTO | null> {
  const row = await retrieveEvaluation(manager, { campaign_id, evaluation_id })
  if (!row) return null
  const made = toEvaluation({ ...row, status: "pending", figures: null, finished_at: null })
  return { ...made, prompt: row.prompt }
}

function toEvaluation(row: EvaluationRow): EvaluationDTO {
  const figures = row.figures === null ? null : FiguresSchema.parse(row.figures)
  return {
    id: row.id,
    campaign_id: row.campaign_id,
    test_set_id: row.test_set_id,
    step_index: row.step_index,
    prompt_version_hash: row.prompt_version_hash,
    prompt_id: row.prompt_id,
    batch_id: row.batch_id,
    status: row.status,
    figures,
    thresholds: toThresholdResults(ThresholdsSchema.parse(row.thresholds), figures),
    created_by: row.created_by,
    created_at: row.created_at,
    finished_at: row.finished_at,
  }
}
