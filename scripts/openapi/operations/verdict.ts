import { z } from "@medusajs/framework/zod"
import {
  ChoosePair,
  CreateComparison,
  ListComparisonPairs,
  ListComparisons,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/comparisons/validators"
import { JudgeDraft } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/drafts/[draft_id]/judgements/validators"
import {
  ReadJudging,
  RequestJudging,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/judge/validators"
import { ListJudgements } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/judgements/validators"
import { ReplaceChecks } from "../../../src/api/api/v1/campaigns/[campaign_id]/checks/validators"
import { CheckBatch } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/checks/validators"
import {
  BatchJudging,
  CancelledPairJudging,
  CampaignChecks,
  CheckedBatch,
  Comparison,
  ComparisonPage,
  JudgedPairPage,
  Judgement,
  JudgementPage,
  PairJudging,
  NextPair,
  PairChoice,
  RequestedJudging,
  RequestedPairJudging,
} from "../answers/verdict"
import * as example from "../examples"
import type { Operation } from "../operation"

const PLAYGROUND = "/campaigns/{campaign_id}/playground"
const CHECKS = "/campaigns/{campaign_id}/checks"
const COMPARISONS = "/campaigns/{campaign_id}/comparisons"
const { BATCH_ID: batch_id, OTHER_BATCH_ID, PAIR_ID: pair_id } = example

export const verdictOperations: Record<string, Operation> = {
  [`get ${CHECKS}`]: {
    operationId: "getChecks",
    tag: "Verdict",
    summary: "What the drafts of the campaign must keep",
    answer: { schema: CampaignChecks, example: example.campaignChecks },
    refusals: [404],
  },
  [`put ${CHECKS}`]: {
    operationId: "replaceChecks",
    tag: "Verdict",
    summary: "Set the campaign's checks, in place of those before",
    description: "Patterns are RE2's. `docs/verdict.md` says what each check looks at.",
    body: { schema: ReplaceChecks, example: { checks: example.campaignChecks.checks } },
    answer: { schema: CampaignChecks, example: example.campaignChecks },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/checks`]: {
    operationId: "checkBatch",
    tag: "Verdict",
    summary: "What the campaign's checks say of a batch now",
    description: "Of any batch, however old. Asks no model.",
    query: CheckBatch,
    answer: { schema: CheckedBatch, example: example.checkedBatch },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/drafts/{draft_id}/judgements`]: {
    operationId: "judgeDraft",
    tag: "Verdict",
    summary: "What the caller thinks of a draft",
    description:
      "In place of what the caller thought before. Without `score`, `verdict` and `reasons` it is " +
      "taken back, and `judgement` is null.",
    body: {
      schema: JudgeDraft,
      example: { score: 4, verdict: "good", reasons: ["Sounds like us"] },
    },
    answer: {
      schema: z.strictObject({ judgement: Judgement.nullable() }),
      example: { judgement: example.judgement },
    },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/judgements`]: {
    operationId: "listJudgements",
    tag: "Verdict",
    summary: "What people think of a batch's drafts, in lead order",
    query: ListJudgements,
    answer: {
      schema: JudgementPage,
      example: { batch_id, judgements: [example.judgement], ...example.page, limit: 200 },
    },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/judge`]: {
    operationId: "getJudging",
    tag: "Verdict",
    summary: "What the host's judge says of a batch's drafts, in lead order",
    description:
      "With what judging the rest would cost, and how far the judge agrees with people: " +
      "`docs/verdict.md` says how each figure is made. `judge` is null where the host has none.",
    query: ReadJudging,
    answer: { schema: BatchJudging, example: example.batchJudging },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/judge`]: {
    operationId: "requestJudging",
    tag: "Verdict",
    summary: "Have the drafts of a batch judged",
    description:
      "Those that this version of the judge has not judged; failed and cancelled ones start anew. " +
      "No judge: 400 `not_allowed`, code `no_judge`. `POST …/playground/cancel` stops it.",
    body: { schema: RequestJudging, example: { batch_id } },
    answer: { status: 202, schema: RequestedJudging, example: { batch_id, enqueued: 50 } },
    refusals: [404],
  },
  [`get ${COMPARISONS}`]: {
    operationId: "listComparisons",
    tag: "Verdict",
    summary: "The campaign's blind comparisons, newest first",
    query: ListComparisons,
    answer: {
      schema: ComparisonPage,
      example: { comparisons: [example.blindComparison], ...example.page },
    },
    refusals: [404],
  },
  [`post ${COMPARISONS}`]: {
    operationId: "createComparison",
    tag: "Verdict",
    summary: "Pair the drafts of two batches, to be judged blind",
    description:
      "Over the leads that both have drafted by now; none: 400 `not_allowed`. The batches must be " +
      "of one step.",
    body: { schema: CreateComparison, example: { batch_ids: [batch_id, OTHER_BATCH_ID] } },
    answer: {
      schema: z.strictObject({ comparison: Comparison }),
      example: {
        comparison: {
          ...example.blindComparison,
          judged: 0,
          wins: [0, 0],
          ties: 0,
          win_rate: null,
          interval: [0, 1],
          p_value: 1,
          decision: "none_shown",
          needed: null,
          people: 0,
          judge: null,
        },
      },
    },
    refusals: [404],
  },
  [`get ${COMPARISONS}/{comparison_id}`]: {
    operationId: "getComparison",
    tag: "Verdict",
    summary: "Which batch is better, and how sure that is",
    description: "`docs/verdict.md` says of each figure how it is made.",
    answer: {
      schema: z.strictObject({ comparison: Comparison }),
      example: { comparison: example.blindComparison },
    },
    refusals: [404],
  },
  [`get ${COMPARISONS}/{comparison_id}/next`]: {
    operationId: "getNextPair",
    tag: "Verdict",
    summary: "The next pair for the caller, blind",
    description:
      "Each person has an order and sides of their own, which stay the same. `pair` is null when " +
      "the caller has judged all.",
    answer: { schema: NextPair, example: { pair: example.blindPair, remaining: 12 } },
    refusals: [404],
  },
  [`post ${COMPARISONS}/{comparison_id}/choices`]: {
    operationId: "choosePair",
    tag: "Verdict",
    summary: "Which draft of a pair the caller finds better",
    description: "Again: changes it. `null` takes it back.",
    body: { schema: ChoosePair, example: { pair_id, choice: "left" } },
    answer: { schema: PairChoice, example: { pair_id, choice: "left", remaining: 11 } },
    refusals: [404],
  },
  [`get ${COMPARISONS}/{comparison_id}/judge`]: {
    operationId: "getComparisonJudging",
    tag: "Verdict",
    summary: "How the judge's calls about a comparison stand, and what the rest would cost",
    description:
      "What came of them stands in the comparison, as `judge`, apart from what people chose. `judge` " +
      "here is null where the host has none that compares.",
    answer: { schema: PairJudging, example: example.pairJudging },
    refusals: [404],
  },
  [`post ${COMPARISONS}/{comparison_id}/judge`]: {
    operationId: "requestComparisonJudging",
    tag: "Verdict",
    summary: "Have the pairs of a comparison judged",
    description:
      "Each in both orders: what this version of the judge has not judged; failed and cancelled calls " +
      "start anew. No judge: 400 `not_allowed`, code `no_judge`; one that does not compare: " +
      "`judge_cannot_compare`. Each call counts under the cap of the batch whose draft stands first.",
    answer: {
      status: 202,
      schema: RequestedPairJudging,
      example: { comparison_id: example.blindComparison.id, enqueued: 90 },
    },
    refusals: [404],
  },
  [`post ${COMPARISONS}/{comparison_id}/judge/cancel`]: {
    operationId: "cancelComparisonJudging",
    tag: "Verdict",
    summary: "End what the judge has not judged of a comparison",
    description:
      "Once this answers, none of its pairs is judged any more. `POST …/playground/cancel` of either " +
      "batch does the same.",
    answer: {
      schema: CancelledPairJudging,
      example: { comparison_id: example.blindComparison.id, cancelled_count: 88 },
    },
    refusals: [404],
  },
  [`get ${COMPARISONS}/{comparison_id}/pairs`]: {
    operationId: "listComparisonPairs",
    tag: "Verdict",
    summary: "The pairs with what people chose, no longer blind",
    description: "Those that the second batch lost first, then ties, wins, and pairs not judged.",
    query: ListComparisonPairs,
    answer: {
      schema: JudgedPairPage,
      example: { pairs: [example.judgedPair], ...example.page, limit: 200 },
    },
    refusals: [404],
  },
}
