import { z } from "@medusajs/framework/zod"
import {
  DRAFT_BATCH_STATUSES,
  DRAFT_TASK_STATUSES,
  PROMPT_SOURCES,
} from "../../../src/modules/playground/state-machine"
import { Cost, count, id, instant, page, stepIndex, Usage } from "./parts"

const Counts = z
  .strictObject({
    pending: count(),
    running: count(),
    succeeded: count(),
    failed: count(),
    cancelled: count(),
    total: count(),
  })
  .meta({ id: "DraftTaskCounts" })

const FailureParams = z.record(z.string(), z.unknown()).meta({
  id: "FailureParams",
  description:
    "What the code is about: `missing_variable` has `{ variables }`, `worker_lost` `{ times }`, a provider's refusal the HTTP `{ status }`. Often empty.",
})

/** Each is there only where it applies. */
const remarks = {
  stop_reason: z.string().optional().meta({
    description:
      "Code of the failure that stopped it, which no lead could have helped (`key_refused`, `payment_required`, …). A retry goes on from there.",
  }),
  stop_params: FailureParams.optional(),
  stop_message: z.string().optional().meta({ description: "What went wrong and what to do." }),
  notices: z
    .array(z.strictObject({ code: z.string(), message: z.string() }))
    .optional()
    .meta({ description: "What holds for all of its drafts." }),
}

const members = {
  id: id(),
  campaign_id: id(),
  step_index: stepIndex(),
  status: z.enum(DRAFT_BATCH_STATUSES),
  prompt_version_hash: z.string(),
  prompt_source: z.enum(PROMPT_SOURCES),
  generator: z.string(),
  model: z.string().nullable(),
  requested_by: z.string().meta({ description: "The host's actor id." }),
  counts: Counts,
  usage: Usage,
  cost: Cost.nullable().meta({ description: "Null when none of the calls had a price." }),
  cap_reached: z
    .enum(["tokens", "cost"])
    .nullable()
    .meta({ description: "What ended it early: `maxTokensPerBatch` or `maxCostPerBatch`." }),
  ...remarks,
  created_at: instant(),
  finished_at: instant().nullable(),
  cancelled_at: instant().nullable(),
}

/** One batch of the history. */
export const DraftBatch = z.strictObject(members).meta({ id: "DraftBatch" })

export const DraftBatchPage = z.strictObject({ batches: z.array(DraftBatch), ...page() })

/** The same with its prompt's text. */
export const DraftBatchDetail = z
  .strictObject({ ...members, prompt: z.string() })
  .meta({ id: "DraftBatchDetail" })

/** A batch just committed. */
export const CreatedDraftBatch = z
  .strictObject({
    campaign_id: id(),
    step_index: stepIndex(),
    batch_id: id(),
    enqueued_lead_ids: z.array(id()).meta({ description: "In lead order." }),
    prompt_version_hash: z
      .string()
      .meta({ description: "Lower-case hex SHA-256 of the normalised prompt." }),
    total: count(),
  })
  .meta({ id: "CreatedDraftBatch" })

/** What a retry enqueued again. */
export const RetriedDraftBatch = z
  .strictObject({
    campaign_id: id(),
    batch_id: id(),
    enqueued_lead_ids: z.array(id()),
    total: count(),
  })
  .meta({ id: "RetriedDraftBatch" })

/** What a cancel stopped. */
export const CancelledDraftBatch = z
  .strictObject({ campaign_id: id(), batch_id: id(), cancelled_count: count() })
  .meta({ id: "CancelledDraftBatch" })

const LeadProgress = z
  .strictObject({
    campaign_lead_id: id(),
    status: z.enum(DRAFT_TASK_STATUSES),
    attempt: count(),
    error: z
      .strictObject({ code: z.string(), params: FailureParams, message: z.string() })
      .optional()
      .meta({ description: "Why the last attempt failed." }),
    completed_at: instant().nullable(),
    has_draft: z.boolean(),
    subject_preview: z.string().optional(),
  })
  .meta({ id: "LeadProgress" })

/** How a batch stands, lead by lead. Terminal when `pending` and `running` are 0. */
export const DraftBatchStatus = z
  .strictObject({
    campaign_id: id(),
    batch_id: id(),
    step_index: stepIndex(),
    status: z.enum(DRAFT_BATCH_STATUSES),
    ...remarks,
    overall: Counts,
    waiting_until: instant()
      .optional()
      .meta({ description: "Until when its provider has asked it to wait; only while it waits." }),
    per_lead: z.array(LeadProgress).meta({ description: "In lead order." }),
  })
  .meta({ id: "DraftBatchStatus" })

const PromptVersion = z
  .strictObject({
    prompt_version_hash: z.string(),
    prompt: z.string(),
    prompt_source: z.enum(PROMPT_SOURCES),
    first_used_at: instant(),
    last_used_at: instant(),
    batches: count(),
    counts: Counts,
    flagged: count(),
    approved: count(),
    rejected: count(),
    median_latency_ms: z.number().min(0).nullable(),
    usage: Usage,
    cost: Cost.nullable(),
  })
  .meta({ id: "PromptVersion" })

/** What each prompt of a campaign came to, last used first. */
export const PromptVersionPage = z.strictObject({ prompts: z.array(PromptVersion), ...page() })
