import { z } from "@medusajs/framework/zod"
import { ListDraftBatches } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/batches/validators"
import { CancelDrafts } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/cancel/validators"
import { CompareDraftBatches } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/compare/validators"
import { GetDrafts } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/drafts/validators"
import { FollowDraftBatch } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/events/validators"
import { GenerateDrafts } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/generate/validators"
import { PreviewDraft } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/preview/validators"
import { ListPromptVersions } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/prompts/validators"
import { RetryDrafts } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/retry/validators"
import { GetDraftBatchStatus } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/status/validators"
import { BatchComparison, DraftPage, DraftPreview } from "../answers/draft"
import {
  CancelledDraftBatch,
  CreatedDraftBatch,
  DraftBatchDetail,
  DraftBatchPage,
  DraftBatchStatus,
  PromptVersionPage,
  RetriedDraftBatch,
} from "../answers/draft-batch"
import { PlaygroundHealth } from "../answers/health"
import * as example from "../examples"
import { idempotencyKey } from "../idempotency-key"
import type { Operation } from "../operation"

const PLAYGROUND = "/campaigns/{campaign_id}/playground"
const { CAMPAIGN_ID: campaign_id, BATCH_ID: batch_id, LEAD_ID: lead_id } = example

export const playgroundOperations: Record<string, Operation> = {
  [`post ${PLAYGROUND}/generate`]: {
    operationId: "generateDrafts",
    tag: "Playground",
    summary: "Draft one e-mail per lead",
    description:
      "202 means that the batch and one draft task per lead are committed; workers draft them. " +
      "Leads are the first `n_leads`, in lead order, whose variant of the step is a " +
      "PERSONALIZATION and which hold no approved e-mail for it. `lead_selection` chooses others: " +
      "`undrafted`, in lead order, those without a draft of the step in any batch; `sample`, spread " +
      "over the whole campaign, the same for the same `sample_seed`. `campaign_lead_ids` names them " +
      "instead. Without `custom_prompt` the prompt is the campaign's, else the sender's, else the " +
      "default. No eligible lead: 400 `not_allowed`.",
    headers: [idempotencyKey("4f9d7c1e-click-1")],
    body: { schema: GenerateDrafts, example: { step_index: 1, n_leads: 50 } },
    answer: { status: 202, schema: CreatedDraftBatch, example: example.createdBatch },
    refusals: [404, 409],
  },
  [`get ${PLAYGROUND}/status`]: {
    operationId: "getBatchStatus",
    tag: "Playground",
    summary: "How a batch stands, lead by lead",
    description:
      "Made for polling: never carries a draft's text. Without `batch_id` it is the campaign's " +
      "newest batch. Terminal when `pending` and `running` are 0.",
    query: GetDraftBatchStatus,
    answer: { schema: DraftBatchStatus, example: example.batchStatus },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/drafts`]: {
    operationId: "listDrafts",
    tag: "Playground",
    summary: "The drafts of a batch with their whole text, in lead order",
    query: GetDrafts,
    answer: {
      schema: DraftPage,
      example: {
        campaign_id,
        batch_id,
        drafts: [example.checkedDraft],
        ...example.page,
        limit: 200,
      },
    },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/cancel`]: {
    operationId: "cancelBatch",
    tag: "Playground",
    summary: "Stop a batch",
    description:
      "Once it answers, no draft of the batch is ever written again, and calls in flight are " +
      "aborted. Drafts that are there stay. Again: 0.",
    body: { schema: CancelDrafts, example: { batch_id } },
    answer: {
      schema: CancelledDraftBatch,
      example: { campaign_id, batch_id, cancelled_count: 12 },
    },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/retry`]: {
    operationId: "retryBatch",
    tag: "Playground",
    summary: "Try failed drafts again, in the same batch",
    description: "A cancelled batch: 400 `not_allowed`.",
    body: { schema: RetryDrafts, example: { batch_id } },
    answer: {
      status: 202,
      schema: RetriedDraftBatch,
      example: { campaign_id, batch_id, enqueued_lead_ids: [lead_id], total: 1 },
    },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/batches`]: {
    operationId: "listBatches",
    tag: "Playground",
    summary: "The campaign's batches, newest first",
    query: ListDraftBatches,
    answer: { schema: DraftBatchPage, example: { batches: [example.batch], ...example.page } },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/batches/{batch_id}`]: {
    operationId: "getBatch",
    tag: "Playground",
    summary: "One batch, with its prompt's text",
    answer: {
      schema: z.strictObject({ batch: DraftBatchDetail }),
      example: { batch: example.batchDetail },
    },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/events`]: {
    operationId: "followBatch",
    tag: "Playground",
    summary: "Follow a batch as Server-Sent Events",
    description:
      "`draft` once for each lead that came to its end (as in `per_lead` of the status), " +
      "`progress` with the counts, `done` at the end; a comment every 15 s. Works whichever " +
      "process does the work.",
    query: FollowDraftBatch,
    headers: [
      {
        name: "Last-Event-ID",
        description: "The last event's `id`: what was told before is not told again.",
        schema: z.string(),
        example: "AQ",
      },
    ],
    answer: { type: "text/event-stream", schema: z.string(), example: example.events },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/preview`]: {
    operationId: "previewDraft",
    tag: "Playground",
    summary: "What generating would send for one lead, and what it would cost",
    description: "Spends nothing. Without `campaign_lead_id` it is the first eligible lead.",
    body: { schema: PreviewDraft, example: { step_index: 1, n_leads: 50 } },
    answer: { schema: DraftPreview, example: example.preview },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/prompts`]: {
    operationId: "listPromptVersions",
    tag: "Playground",
    summary: "The campaign's prompt versions and what each came to, last used first",
    query: ListPromptVersions,
    answer: {
      schema: PromptVersionPage,
      example: { prompts: [example.promptVersion], ...example.page },
    },
    refusals: [404],
  },
  [`get ${PLAYGROUND}/compare`]: {
    operationId: "compareBatches",
    tag: "Playground",
    summary: "Both drafts of each lead of two batches, side by side",
    description: "Two batches of one step. In the lead order of the first.",
    query: CompareDraftBatches,
    answer: { schema: BatchComparison, example: example.comparison },
    refusals: [404],
  },
  "get /playground/health": {
    operationId: "getPlaygroundHealth",
    tag: "Playground",
    summary: "How the playground does, over all campaigns",
    description: "For operators.",
    answer: { schema: PlaygroundHealth, example: example.health },
  },
}
