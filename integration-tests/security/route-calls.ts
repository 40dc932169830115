import type { z } from "@medusajs/framework/zod"
import {
  CreateCampaign,
  ListCampaigns,
  UpdateCampaign,
} from "../../src/api/api/v1/campaigns/validators"
import {
  ImportCampaignLeads,
  ListCampaignLeads,
  UpdateCampaignLead,
} from "../../src/api/api/v1/campaigns/[campaign_id]/leads/validators"
import {
  ApproveEmail,
  ResetEmails,
  UnapproveEmail,
} from "../../src/api/api/v1/campaigns/[campaign_id]/leads/[campaign_lead_id]/validators"
import {
  ChoosePair,
  CreateComparison,
  ListComparisonPairs,
  ListComparisons,
} from "../../src/api/api/v1/campaigns/[campaign_id]/comparisons/validators"
import {
  CreatePrompt,
  ListPrompts,
  SavePromptVersion,
  UpdatePrompt,
  UsePrompt,
} from "../../src/api/api/v1/campaigns/[campaign_id]/prompts/validators"
import {
  EvaluatePrompt,
  ListEvaluations,
  PreviewEvaluation,
} from "../../src/api/api/v1/campaigns/[campaign_id]/playground/evaluations/validators"
import {
  CreateTestSet,
  ListTestSets,
} from "../../src/api/api/v1/campaigns/[campaign_id]/test-sets/validators"
import { JudgeDraft } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/drafts/[draft_id]/judgements/validators"
import {
  ReadJudging,
  RequestJudging,
} from "../../src/api/api/v1/campaigns/[campaign_id]/playground/judge/validators"
import { ListJudgements } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/judgements/validators"
import { ReplaceChecks } from "../../src/api/api/v1/campaigns/[campaign_id]/checks/validators"
import { CheckBatch } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/checks/validators"
import { ApproveDrafts } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/approve/validators"
import { ListDraftBatches } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/batches/validators"
import { CancelDrafts } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/cancel/validators"
import { CompareDraftBatches } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/compare/validators"
import { GetDrafts } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/drafts/validators"
import { SendTest } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/drafts/[draft_id]/test-send/validators"
import { RejectDraft } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/drafts/[draft_id]/reject/validators"
import { FollowDraftBatch } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/events/validators"
import { GenerateDrafts } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/generate/validators"
import { PreviewDraft } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/preview/validators"
import { ListPromptVersions } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/prompts/validators"
import { RejectDrafts } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/reject/validators"
import { RetryDrafts } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/retry/validators"
import { GetDraftBatchStatus } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/status/validators"
import { UnapproveDrafts } from "../../src/api/api/v1/campaigns/[campaign_id]/playground/unapprove/validators"
import {
  CreateSenderProfile,
  ListSenderProfiles,
  UpdateSenderProfile,
} from "../../src/api/api/v1/sender-profiles/validators"
import {
  ListSendingHistory,
  PreviewSending,
  ScheduleSends,
} from "../../src/api/api/v1/campaigns/[campaign_id]/sending/validators"
import {
  ListSends,
  ResolveSend,
} from "../../src/api/api/v1/campaigns/[campaign_id]/sends/validators"
import { ListOutboxMails } from "../../src/api/api/v1/playground/outbox/validators"
import {
  AddSuppressions,
  DeleteSuppression,
  ListLiftedSuppressions,
  ListSuppressions,
} from "../../src/api/api/v1/suppressions/validators"
import type { Ids } from "./fixture"

export type Policy =
  | "ReadOutreach"
  | "EditOutreach"
  | "ReadPlayground"
  | "GenerateDrafts"
  | "ReviewDrafts"
  | "SendEmails"

/** A part of a call that its schema accepts. */
interface Part<Value> {
  schema: z.ZodType
  valid: (ids: Ids) => Value
}

/** What a route is called with, and what comes of it. */
export interface RouteCall {
  policy: Policy
  /** The status for who may call it; several where it depends on who they are. */
  answers: number | number[]
  query?: Part<Record<string, string>>
  body?: Part<Record<string, unknown>>
}

const CAMPAIGN = "/api/v1/campaigns/[campaign_id]"
const LEAD = `${CAMPAIGN}/leads/[campaign_lead_id]`
const PLAYGROUND = `${CAMPAIGN}/playground`
const PROMPT = `${CAMPAIGN}/prompts/[prompt_id]`
const COMPARISON = `${CAMPAIGN}/comparisons/[comparison_id]`
const TEST_SET = `${CAMPAIGN}/test-sets/[test_set_id]`
const SENDER = "/api/v1/sender-profiles/[sender_profile_id]"

const page = () => ({ offset: "0", limit: "20" })
const steps = [
  {
    step_index: 1,
    delay_days: 0,
    channel: "email",
    variants: [
      {
        label: "A",
        weight: 1,
        type: "TEMPLATE",
        template: { subject: "Hello", body: "Good morning" },
        sender_profile_id: null,
      },
    ],
  },
]
const lead = {
  email: "new@example.com",
  first_name: "New",
  attributes: { colour: { of: ["red"] } },
}
const read = (policy: Policy, schema: z.ZodType, valid: (ids: Ids) => Record<string, string>) => ({
  policy,
  answers: 200,
  query: { schema, valid },
})
const write = (
  policy: Policy,
  schema: z.ZodType,
  valid: (ids: Ids) => Record<string, unknown>,
  answers = 200
) => ({ policy, answers, body: { schema, valid } })

/**
 * A good call of every route, by method and path of its file, in an order in which all of them
 * succeed one after the other.
 */
export const ROUTE_CALLS: Record<string, RouteCall> = {
  "get /api/v1/campaigns": read("ReadOutreach", ListCampaigns, () => ({
    ...page(),
    q: "autumn",
    status: "draft",
  })),
  "post /api/v1/campaigns": write("EditOutreach", CreateCampaign, () => ({
    name: "Winter",
    description: "Cold",
    status: "draft",
    system_prompt: "Write.",
    promotion_campaign_id: "procamp_1",
    steps,
  })),
  [`get ${CAMPAIGN}`]: { policy: "ReadOutreach", answers: 200 },
  [`patch ${CAMPAIGN}`]: write("EditOutreach", UpdateCampaign, () => ({
    name: "Spring",
    description: null,
  })),
  [`get ${CAMPAIGN}/leads`]: read("ReadOutreach", ListCampaignLeads, ({ campaign_lead_id }) => ({
    ...page(),
    q: "lead",
    campaign_lead_ids: campaign_lead_id,
  })),
  [`post ${CAMPAIGN}/leads`]: write("EditOutreach", ImportCampaignLeads, () => ({ leads: [lead] })),
  [`get ${LEAD}`]: { policy: "ReadOutreach", answers: 200 },
  "get /api/v1/sender-profiles": read("ReadOutreach", ListSenderProfiles, page),
  "post /api/v1/sender-profiles": write("EditOutreach", CreateSenderProfile, () => ({
    profile_name: "Grace",
    description: "Our admiral",
    custom_prompt: "Write.",
    sender_data: { role: { of: ["sales"] } },
    is_default: false,
  })),
  [`get ${SENDER}`]: { policy: "ReadOutreach", answers: 200 },
  [`patch ${SENDER}`]: write("EditOutreach", UpdateSenderProfile, () => ({
    profile_name: "Lovelace",
    sender_data: {},
  })),
  "get /api/v1/playground/health": { policy: "ReadPlayground", answers: 200 },
  [`get ${PLAYGROUND}/status`]: read("ReadPlayground", GetDraftBatchStatus, ({ batch_id }) => ({
    batch_id,
  })),
  [`get ${PLAYGROUND}/drafts`]: read("ReadPlayground", GetDrafts, ({ batch_id }) => ({
    batch_id,
    ...page(),
  })),
  [`get ${PLAYGROUND}/batches`]: read("ReadPlayground", ListDraftBatches, () => ({
    step_index: "1",
    ...page(),
  })),
  [`get ${PLAYGROUND}/batches/[batch_id]`]: { policy: "ReadPlayground", answers: 200 },
  [`get ${PLAYGROUND}/events`]: read("ReadPlayground", FollowDraftBatch, ({ batch_id }) => ({
    batch_id,
  })),
  [`get ${PLAYGROUND}/prompts`]: read("ReadPlayground", ListPromptVersions, () => ({
    step_index: "1",
    ...page(),
  })),
  [`get ${PLAYGROUND}/compare`]: read("ReadPlayground", CompareDraftBatches, (ids) => ({
    batch_ids: `${ids.batch_id},${ids.other_batch_id}`,
    ...page(),
  })),
  [`get ${CAMPAIGN}/prompts`]: read("ReadPlayground", ListPrompts, () => ({
    archived: "false",
    ...page(),
  })),
  [`post ${CAMPAIGN}/prompts`]: write("GenerateDrafts", CreatePrompt, () => ({
    name: "Second",
    text: "Write more.",
    note: "Longer",
  })),
  [`get ${PROMPT}`]: { policy: "ReadPlayground", answers: 200 },
  [`patch ${PROMPT}`]: write("GenerateDrafts", UpdatePrompt, () => ({
    name: "Third",
    note: null,
    archived: false,
  })),
  [`post ${PROMPT}/versions`]: write("GenerateDrafts", SavePromptVersion, () => ({
    text: "Write less.",
    note: "Shorter",
  })),
  [`post ${PROMPT}/use`]: write("EditOutreach", UsePrompt, () => ({ prompt_version_hash: null })),
  [`get ${PLAYGROUND}/judgements`]: read("ReadPlayground", ListJudgements, ({ batch_id }) => ({
    batch_id,
    ...page(),
  })),
  [`post ${PLAYGROUND}/drafts/[draft_id]/judgements`]: write("ReviewDrafts", JudgeDraft, () => ({
    score: 4,
    verdict: "good",
    reasons: ["Short"],
  })),
  [`get ${PLAYGROUND}/judge`]: read("ReadPlayground", ReadJudging, ({ batch_id }) => ({
    batch_id,
    ...page(),
  })),
  [`post ${PLAYGROUND}/judge`]: {
    ...write("GenerateDrafts", RequestJudging, ({ batch_id }) => ({ batch_id })),
    // The suite's host has no judge.
    answers: 400,
  },
  [`get ${CAMPAIGN}/checks`]: { policy: "ReadPlayground", answers: 200 },
  [`put ${CAMPAIGN}/checks`]: write("ReviewDrafts", ReplaceChecks, () => ({
    checks: [{ type: "words", part: "body", max: 90 }],
  })),
  [`get ${PLAYGROUND}/checks`]: read("ReadPlayground", CheckBatch, ({ batch_id }) => ({
    batch_id,
    ...page(),
  })),
  [`get ${CAMPAIGN}/comparisons`]: read("ReadPlayground", ListComparisons, page),
  [`post ${CAMPAIGN}/comparisons`]: write(
    "ReviewDrafts",
    CreateComparison,
    ({ batch_id, other_batch_id }) => ({ batch_ids: [batch_id, other_batch_id] })
  ),
  [`get ${COMPARISON}`]: { policy: "ReadPlayground", answers: 200 },
  [`get ${COMPARISON}/next`]: { policy: "ReadPlayground", answers: 200 },
  [`post ${COMPARISON}/choices`]: write("ReviewDrafts", ChoosePair, ({ pair_id }) => ({
    pair_id,
    choice: "left",
  })),
  [`get ${COMPARISON}/judge`]: { policy: "ReadPlayground", answers: 200 },
  // The suite's host has no judge.
  [`post ${COMPARISON}/judge`]: { policy: "GenerateDrafts", answers: 400 },
  [`post ${COMPARISON}/judge/cancel`]: { policy: "GenerateDrafts", answers: 200 },
  [`get ${COMPARISON}/pairs`]: read("ReadPlayground", ListComparisonPairs, page),
  [`get ${CAMPAIGN}/test-sets`]: read("ReadPlayground", ListTestSets, page),
  [`post ${CAMPAIGN}/test-sets`]: write("GenerateDrafts", CreateTestSet, (ids) => ({
    name: "Two",
    campaign_lead_ids: [ids.campaign_lead_id],
    step_index: 1,
  })),
  [`get ${TEST_SET}`]: { policy: "ReadPlayground", answers: 200 },
  [`get ${PLAYGROUND}/evaluations`]: read("ReadPlayground", ListEvaluations, (ids) => ({
    test_set_id: ids.test_set_id,
    ...page(),
  })),
  [`post ${PLAYGROUND}/evaluations`]: write(
    "GenerateDrafts",
    EvaluatePrompt,
    ({ test_set_id }) => ({
      test_set_id,
      step_index: 1,
      custom_prompt: "Subject: Hello\n\nGood morning.",
      thresholds: { max_failed: 0.5 },
    }),
    202
  ),
  [`post ${PLAYGROUND}/evaluations/preview`]: write(
    "GenerateDrafts",
    PreviewEvaluation,
    ({ test_set_id }) => ({
      test_set_id,
      step_index: 1,
      custom_prompt: "Subject: Hello\n\nGood morning.",
    })
  ),
  [`get ${PLAYGROUND}/evaluations/[evaluation_id]`]: { policy: "ReadPlayground", answers: 200 },
  [`delete ${TEST_SET}`]: { policy: "GenerateDrafts", answers: 200 },
  [`post ${PLAYGROUND}/preview`]: write("GenerateDrafts", PreviewDraft, (ids) => ({
    step_index: 1,
    campaign_lead_id: ids.campaign_lead_id,
    custom_prompt: "Write.",
    n_leads: 2,
  })),
  [`post ${PLAYGROUND}/generate`]: write(
    "GenerateDrafts",
    GenerateDrafts,
    ({ campaign_lead_id }) => ({
      step_index: 1,
      custom_prompt: "Write.",
      campaign_lead_ids: [campaign_lead_id],
    }),
    202
  ),
  [`post ${PLAYGROUND}/cancel`]: write("GenerateDrafts", CancelDrafts, ({ other_batch_id }) => ({
    batch_id: other_batch_id,
  })),
  [`post ${PLAYGROUND}/retry`]: write(
    "GenerateDrafts",
    RetryDrafts,
    ({ batch_id, campaign_lead_id }) => ({ batch_id, campaign_lead_ids: [campaign_lead_id] }),
    202
  ),
  [`post ${PLAYGROUND}/approve`]: write(
    "ReviewDrafts",
    ApproveDrafts,
    ({ batch_id, other_draft_id }) => ({ batch_id, draft_ids: [other_draft_id] })
  ),
  [`post ${PLAYGROUND}/reject`]: write(
    "ReviewDrafts",
    RejectDrafts,
    ({ batch_id, other_draft_id }) => ({
      batch_id,
      draft_ids: [other_draft_id],
      reason: "Too long",
    })
  ),
  [`post ${PLAYGROUND}/unapprove`]: write(
    "ReviewDrafts",
    UnapproveDrafts,
    ({ batch_id, other_draft_id }) => ({ batch_id, draft_ids: [other_draft_id] })
  ),
  [`post ${LEAD}/approve`]: write("ReviewDrafts", ApproveEmail, (ids) => ({
    step_index: 1,
    subject: "Hello",
    body: "Good morning",
    draft_id: ids.draft_id,
    variant_label: "A",
  })),
  [`get ${LEAD}/approved-emails/[step_index]`]: { policy: "ReadPlayground", answers: 200 },
  [`post ${LEAD}/unapprove`]: write("ReviewDrafts", UnapproveEmail, () => ({ step_index: 1 })),
  [`post ${LEAD}/reset`]: write("ReviewDrafts", ResetEmails, () => ({ step_indices: [1, 2] })),
  [`post ${PLAYGROUND}/drafts/[draft_id]/reject`]: write("ReviewDrafts", RejectDraft, () => ({
    reason: "Too long",
  })),
  [`get ${CAMPAIGN}/sending/preview`]: read("ReadPlayground", PreviewSending, () => ({
    step_index: "1",
  })),
  [`get ${CAMPAIGN}/sending/history`]: read("ReadPlayground", ListSendingHistory, page),
  [`post ${CAMPAIGN}/sending`]: write(
    "SendEmails",
    ScheduleSends,
    ({ campaign_lead_id }) => ({ step_index: 1, campaign_lead_ids: [campaign_lead_id] }),
    202
  ),
  [`post ${CAMPAIGN}/sending/pause`]: { policy: "SendEmails", answers: 200 },
  [`post ${CAMPAIGN}/sending/resume`]: { policy: "SendEmails", answers: 200 },
  [`post ${CAMPAIGN}/sending/cancel`]: { policy: "SendEmails", answers: 200 },
  [`get ${CAMPAIGN}/sends`]: read("ReadPlayground", ListSends, () => ({
    status: "scheduled",
    step_index: "1",
    ...page(),
  })),
  // Nothing was sent whose outcome could be unknown.
  [`post ${CAMPAIGN}/sends/[send_id]/resolve`]: write(
    "SendEmails",
    ResolveSend,
    () => ({ as: "sent" }),
    404
  ),
  [`post ${LEAD}/replied`]: { policy: "SendEmails", answers: 200 },
  // Only a user who is really there has an address.
  [`post ${PLAYGROUND}/drafts/[draft_id]/test-send`]: {
    policy: "ReviewDrafts",
    answers: [200, 400, 404],
    body: { schema: SendTest, valid: () => ({ subject: "Hello", body: "Good morning" }) },
  },
  "get /api/v1/suppressions": read("ReadPlayground", ListSuppressions, () => ({
    q: "ada",
    reason: "manual",
    ...page(),
  })),
  "post /api/v1/suppressions": write("SendEmails", AddSuppressions, () => ({
    suppressions: [{ value: "somebody@example.net", reason: "manual" }],
  })),
  "get /api/v1/suppressions/lifted": read("ReadPlayground", ListLiftedSuppressions, page),
  "delete /api/v1/suppressions/[suppression_id]": write(
    "SendEmails",
    DeleteSuppression,
    () => ({ note: "They asked" }),
    404
  ),
  "get /api/v1/playground/outbox": read("ReadPlayground", ListOutboxMails, ({ campaign_id }) => ({
    campaign_id,
    ...page(),
  })),
  "get /api/v1/playground/outbox/[mail_id]": { policy: "ReadPlayground", answers: 404 },
  "get /api/v1/playground/transports": { policy: "ReadPlayground", answers: 200 },
  [`patch ${LEAD}`]: write("EditOutreach", UpdateCampaignLead, () => ({
    first_name: "Renamed",
    attributes: { colour: { of: ["blue"] } },
  })),
  [`delete ${LEAD}`]: { policy: "EditOutreach", answers: 200 },
  [`delete ${SENDER}`]: { policy: "EditOutreach", answers: 200 },
  [`delete ${CAMPAIGN}`]: { policy: "EditOutreach", answers: 200 },
}

/** Its path with the ids in it, and its query where it has one. */
export function urlOf(path: string, ids: Ids, query?: Record<string, string>): string {
  const url = path.replace(/\[([^\]]+)\]/g, (_, name: keyof Ids) => encodeURIComponent(ids[name]))
  return query ? `${url}?${new URLSearchParams(query).toString()}` : url
}
