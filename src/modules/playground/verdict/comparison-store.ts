import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { retrieveBatch } from "../sql/reads/retrieve-batch"
import { createComparison, deleteComparison } from "../sql/verdict/create-comparison"
import {
  countComparisons,
  listComparisons,
  retrieveComparison,
  type ComparisonRow,
} from "../sql/verdict/list-comparisons"
import { countPeople, listOpenPairIds, listPairChoices } from "../sql/verdict/list-pair-choices"
import { listPairDrafts, type PairDraftsRow } from "../sql/verdict/list-pair-drafts"
import { deleteChoice, writeChoice } from "../sql/verdict/write-choice"
import { toJudgeOutcome, toJudgeVerdict } from "../judging/judge-verdict"
import { listPairJudgings, type PairJudgingRow } from "../sql/judging/read-pair-judging"
import { isSwapped, nextPair, toBatchChoice } from "./blind"
import { comparePairs, outcomeOf, type PairChoices, type PairOutcome } from "./compare-pairs"
import type {
  BlindPairDTO,
  ChoosePairInput,
  ComparisonDTO,
  ComparisonPageDTO,
  JudgedPairDTO,
  JudgedPairPageDTO,
  NextPairDTO,
  PairChoiceDTO,
} from "./dtos"

interface Page {
  offset: number
  limit: number
}

/** Which of two batches people find better, without knowing which is which. */
export class ComparisonStore {
  constructor(
    private readonly manager_: () => Promise<EntityManager>,
    /** Of the host's judge; null: it has none. */
    private readonly judgeVersion_: string | null
  ) {}

  /**
   * @throws MedusaError NOT_FOUND; INVALID_DATA for batches of two steps; NOT_ALLOWED when no lead has
   *   a draft of both
   */
  async create(input: {
    campaign_id: string
    batch_ids: readonly [string, string]
    created_by: string
  }): Promise<ComparisonDTO> {
    return this.run_("create comparison", async (manager) => {
      const [first, second] = await Promise.all([
        stepOf(manager, input.campaign_id, input.batch_ids[0]),
        stepOf(manager, input.campaign_id, input.batch_ids[1]),
      ])
      if (first !== second) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `Batch ${input.batch_ids[0]} is of step ${first}, batch ${input.batch_ids[1]} of step ` +
            `${second}: name two of the same step (field batch_ids).`,
          "two_steps"
        )
      }
      const comparison_id = await createComparison(manager, input)
      if (comparison_id) return this.retrieve(input.campaign_id, comparison_id)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "No lead has a draft of both batches: generate both for the same leads, and compare when " +
          "they are done.",
        "nothing_to_compare"
      )
    })
  }

  async delete(comparison_id: string): Promise<void> {
    return this.run_("delete comparison", (manager) => deleteComparison(manager, comparison_id))
  }

  async list(campaign_id: string, page: Page): Promise<ComparisonPageDTO> {
    return this.run_("list comparisons", async (manager) => {
      const [rows, count] = await Promise.all([
        listComparisons(manager, { campaign_id, ...page }),
        countComparisons(manager, campaign_id),
      ])
      return { comparisons: await this.toComparisons_(manager, rows), count, ...page }
    })
  }

  /** @throws MedusaError NOT_FOUND */
  async retrieve(campaign_id: string, comparison_id: string): Promise<ComparisonDTO> {
    return this.run_("read comparison", async (manager) => {
      const row = await retrieveComparison(manager, { campaign_id, comparison_id })
      const [comparison] = row ? await this.toComparisons_(manager, [row]) : []
      if (comparison) return comparison
      throw absent(campaign_id, comparison_id)
    })
  }

  /** @throws MedusaError NOT_FOUND */
  async next(campaign_id: string, comparison_id: string, person: string): Promise<NextPairDTO> {
    return this.run_("read next pair", async (manager) => {
      await this.retrieve(campaign_id, comparison_id)
      const open = await listOpenPairIds(manager, { comparison_id, person })
      const pair_id = nextPair(open, person)
      const [pair] = pair_id ? await listPairDrafts(manager, [pair_id]) : []
      return { pair: pair ? toBlindPair(pair, person) : null, remaining: open.length }
    })
  }

  /** @throws MedusaError NOT_FOUND */
  async choose(input: ChoosePairInput): Promise<PairChoiceDTO> {
    const { campaign_id, comparison_id, pair_id, chosen_by, choice } = input
    return this.run_("choose", async (manager) => {
      await this.retrieve(campaign_id, comparison_id)
      const isThere =
        choice === null
          ? await deleteChoice(manager, input)
          : await writeChoice(manager, {
              ...input,
              choice: toBatchChoice(choice, pair_id, chosen_by),
            })
      if (!isThere) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Comparison ${comparison_id} has no pair ${pair_id} (field pair_id).`
        )
      }
      const open = await listOpenPairIds(manager, { comparison_id, person: chosen_by })
      return { pair_id, choice, remaining: open.length }
    })
  }

  /** @throws MedusaError NOT_FOUND */
  async listPairs(
    campaign_id: string,
    comparison_id: string,
    { offset, limit }: Page
  ): Promise<JudgedPairPageDTO> {
    return this.run_("list pairs", async (manager) => {
      await this.retrieve(campaign_id, comparison_id)
      const choices = await listPairChoices(manager, [comparison_id])
      const drafts = await listPairDrafts(
        manager,
        choices.map(({ pair_id }) => pair_id)
      )
      const judgings = await this.listJudgings_(manager, [comparison_id])
      const byPair = byPairId(choices)
      const judgingByPair = byPairId(judgings)
      const pairs = drafts
        .map((pair) =>
          toJudgedPair(pair, byPair.get(pair.pair_id), judgingByPair.get(pair.pair_id))
        )
        // Stable, so pairs of one outcome stay in lead order.
        .sort((left, right) => rankOf(left) - rankOf(right))
      return { pairs: pairs.slice(offset, offset + limit), count: pairs.length, offset, limit }
    })
  }

  private async toComparisons_(
    manager: EntityManager,
    rows: ComparisonRow[]
  ): Promise<ComparisonDTO[]> {
    const ids = rows.map(({ id }) => id)
    const [choices, people, judgings] = await Promise.all([
      listPairChoices(manager, ids),
      countPeople(manager, ids),
      this.listJudgings_(manager, ids),
    ])
    return rows.map(({ first_batch_id, second_batch_id, ...row }) => {
      const isOfRow = ({ comparison_id }: { comparison_id: string }) => comparison_id === row.id
      const chosen = choices.filter(isOfRow)
      return {
        ...row,
        batch_ids: [first_batch_id, second_batch_id],
        people: people.find(isOfRow)?.people ?? 0,
        ...comparePairs(chosen),
        judge: toJudgeVerdict(judgings.filter(isOfRow), byPairId(chosen)),
      }
    })
  }

  private async listJudgings_(
    manager: EntityManager,
    comparison_ids: string[]
  ): Promise<PairJudgingRow[]> {
    const judge_version = this.judgeVersion_
    return judge_version ? listPairJudgings(manager, { comparison_ids, judge_version }) : []
  }

  private async run_<T>(what: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const manager = await this.manager_()
    return withoutParameters(what, () => work(manager))
  }
}

const absent = (campaign_id: string, comparison_id: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Campaign ${campaign_id} has no comparison ${comparison_id}.`
  )

async function stepOf(
  manager: EntityManager,
  campaign_id: string,
  batch_id: string
): Promise<number> {
  const batch = await retrieveBatch(manager, { campaign_id, batch_id })
  if (batch) return batch.step_index
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Campaign ${campaign_id} has no batch ${batch_id} (field batch_ids).`
  )
}

function toBlindPair(pair: PairDraftsRow, person: string): BlindPairDTO {
  const first = { subject: pair.first_subject, body: pair.first_body }
  const second = { subject: pair.second_subject, body: pair.second_body }
  const [left, right] = isSwapped(pair.pair_id, person) ? [second, first] : [first, second]
  return { pair_id: pair.pair_id, left, right }
}

const byPairId = <Row extends { pair_id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.pair_id, row]))

function toJudgedPair(
  pair: PairDraftsRow,
  chosen: PairChoices | undefined,
  judging: PairJudgingRow | undefined
): JudgedPairDTO {
  const { first, second, equal } = chosen ?? { first: 0, second: 0, equal: 0 }
  const choices = { first, second, equal }
  return {
    pair_id: pair.pair_id,
    campaign_lead_id: pair.campaign_lead_id,
    outcome: outcomeOf(choices),
    choices,
    judge: judging ? toJudgeOutcome(judging) : null,
    drafts: [
      { id: pair.first_id, subject: pair.first_subject, body: pair.first_body },
      { id: pair.second_id, subject: pair.second_subject, body: pair.second_body },
    ],
  }
}

/** What the second batch lost stands first: it is what its prompt can learn from. */
const RANKS = { first: 0, tie: 1, second: 2 } satisfies Record<PairOutcome, number>
const rankOf = ({ outcome, judge }: JudgedPairDTO) => {
  const known = outcome ?? judge?.outcome
  return known ? RANKS[known] : 3
}
