import { z } from "@medusajs/framework/zod"
import {
  EvaluatePrompt,
  ListEvaluations,
  PreviewEvaluation,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/evaluations/validators"
import {
  CreateTestSet,
  ListTestSets,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/test-sets/validators"
import {
  EvaluationDetail,
  EvaluationPage,
  EvaluationPreview,
  TestSet,
  TestSetDetail,
  TestSetPage,
} from "../answers/evaluation"
import { Deleted } from "../answers/parts"
import * as example from "../evaluation-examples"
import { page, PROMPT_ID, promptVersion } from "../examples"
import { idempotencyKey } from "../idempotency-key"
import type { Operation } from "../operation"

const TEST_SETS = "/campaigns/{campaign_id}/test-sets"
const EVALUATIONS = "/campaigns/{campaign_id}/playground/evaluations"

export const evaluationOperations: Record<string, Operation> = {
  [`get ${TEST_SETS}`]: {
    operationId: "listTestSets",
    tag: "Verdict",
    summary: "The campaign's test sets, newest first",
    query: ListTestSets,
    answer: { schema: TestSetPage, example: { test_sets: [example.testSet], ...page } },
    refusals: [404],
  },
  [`post ${TEST_SETS}`]: {
    operationId: "createTestSet",
    tag: "Verdict",
    summary: "Freeze leads under a name, to run prompts against them",
    description:
      "Leads of the campaign that are named or sampled, or the bundled ones: missing values, other " +
      "scripts, orders in data and more. They are copied, each with an id of its own. A name that the " +
      "campaign has: 400 `test_set_name_taken`.",
    body: { schema: CreateTestSet, example: { name: "Hostile leads", bundled: "hostile" } },
    answer: {
      schema: z.strictObject({ test_set: TestSet }),
      example: { test_set: { ...example.testSet, evaluations: 0 } },
    },
    refusals: [404],
  },
  [`get ${TEST_SETS}/{test_set_id}`]: {
    operationId: "getTestSet",
    tag: "Verdict",
    summary: "A test set with its leads",
    answer: {
      schema: z.strictObject({ test_set: TestSetDetail }),
      example: { test_set: example.testSetDetail },
    },
    refusals: [404],
  },
  [`delete ${TEST_SETS}/{test_set_id}`]: {
    operationId: "deleteTestSet",
    tag: "Verdict",
    summary: "Delete a test set with its evaluations, batches and drafts",
    description: "All of them hold copies of leads. What still drafts is stopped first.",
    answer: {
      schema: Deleted,
      example: { id: example.TEST_SET_ID, object: "test_set", deleted: true },
    },
    refusals: [404],
  },
  [`get ${EVALUATIONS}`]: {
    operationId: "listEvaluations",
    tag: "Verdict",
    summary: "What prompts came to against test sets, newest first",
    query: ListEvaluations,
    answer: { schema: EvaluationPage, example: { evaluations: [example.evaluation], ...page } },
    refusals: [404],
  },
  [`post ${EVALUATIONS}`]: {
    operationId: "evaluatePrompt",
    tag: "Verdict",
    summary: "Run a prompt against a test set",
    description:
      "A batch of the set's leads, all as the step's first PERSONALIZATION variant. Without " +
      "`custom_prompt` and `prompt_id` the prompt is the one that `generate` would take. Its drafts are " +
      "for nobody: they are never approved, and no lead counts as drafted. 400 `no_checks` and " +
      "`no_judge`: a threshold that nothing can tell. A call that is repeated with its `Idempotency-Key` " +
      "gets the evaluation as it was at first, `pending`: read it by its id.",
    headers: [idempotencyKey("evaluation-click-1")],
    body: {
      schema: EvaluatePrompt,
      example: {
        test_set_id: example.TEST_SET_ID,
        step_index: 1,
        prompt_id: PROMPT_ID,
        thresholds: { max_failed: 0.05, min_checks_passed: 0.9 },
      },
    },
    answer: {
      status: 202,
      schema: z.strictObject({ evaluation: EvaluationDetail }),
      example: { evaluation: { ...example.pendingEvaluation, prompt: promptVersion.prompt } },
    },
    refusals: [404, 409],
  },
  [`post ${EVALUATIONS}/preview`]: {
    operationId: "previewEvaluation",
    tag: "Verdict",
    summary: "What running a prompt against a test set would cost",
    description:
      "Reckoned from the leads of the set, `campaign_lead_ids` being their own. Spends nothing. " +
      "`judge` is null where the host has none: then no threshold may ask for it.",
    body: {
      schema: PreviewEvaluation,
      example: { test_set_id: example.TEST_SET_ID, step_index: 1, prompt_id: PROMPT_ID },
    },
    answer: { schema: EvaluationPreview, example: example.evaluationPreview },
    refusals: [404],
  },
  [`get ${EVALUATIONS}/{evaluation_id}`]: {
    operationId: "getEvaluation",
    tag: "Verdict",
    summary: "Whether a prompt reached its thresholds",
    description:
      "`pending` while its drafts are written; then `passed`, or `failed` where a threshold was not " +
      "kept, nothing was drafted, or the batch was cancelled. `docs/verdict.md` has a script for a pipeline.",
    answer: {
      schema: z.strictObject({ evaluation: EvaluationDetail }),
      example: { evaluation: { ...example.evaluation, prompt: promptVersion.prompt } },
    },
    refusals: [404],
  },
}
