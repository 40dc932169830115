import { DEFAULT_SETTINGS } from "../../src/modules/delivery/settings/sending-settings"
const id = (last: number) => `0190f1c2-7a3b-7c4d-8e5f-${String(last).padStart(12, "0")}`

export const CAMPAIGN_ID = id(1)
export const LEAD_ID = id(2)
export const BATCH_ID = id(3)
export const OTHER_BATCH_ID = id(4)
export const DRAFT_ID = id(5)
export const SENDER_PROFILE_ID = id(6)
export const PROMPT_ID = id(7)
export const COMPARISON_ID = id(8)
export const PAIR_ID = id(9)
export const OTHER_DRAFT_ID = id(10)

const HASH = "3f1c0c7f2d7f0a8a9b4f5b0d9c1e2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b"
const PROMPT = "Offer {{ lead.first_name }} a tasting at {{ lead.company }}. Three sentences."
const FINGERPRINT = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"
const USER = "user_01JD4Q3Z8S9K2M5N7P1R3T5V7X"
const CREATED = "2026-11-23T09:00:00.000Z"
const FINISHED = "2026-11-23T09:00:07.000Z"

export const page = { count: 1, offset: 0, limit: 20 }

const steps = [
  {
    step_index: 1,
    delay_days: 0,
    channel: "email",
    variants: [
      {
        label: "A",
        weight: 1,
        type: "PERSONALIZATION",
        template: null,
        sender_profile_id: null,
        prompt: null,
      },
    ],
  },
]

export const newCampaign = {
  name: "Autumn tasting",
  system_prompt: PROMPT,
  sender_profile_id: SENDER_PROFILE_ID,
  steps: [{ step_index: 1, variants: [{ label: "A", type: "PERSONALIZATION" }] }],
}

export const campaign = {
  id: CAMPAIGN_ID,
  name: "Autumn tasting",
  description: null,
  status: "draft",
  system_prompt: PROMPT,
  sender_profile_id: SENDER_PROFILE_ID,
  promotion_campaign_id: null,
  created_at: CREATED,
  updated_at: CREATED,
  steps,
  sending: { ...DEFAULT_SETTINGS, footer: "Northwind Ltd, 1 Main Street" },
}

export const draftCounts = { draft_count: 3, approved_count: 1 }

export const newLead = {
  email: "ada@example.com",
  first_name: "Ada",
  company: "Analytical Engines",
  attributes: { favourite: "Earl Grey" },
}

export const lead = {
  id: LEAD_ID,
  campaign_id: CAMPAIGN_ID,
  email: "ada@example.com",
  first_name: "Ada",
  last_name: null,
  company: "Analytical Engines",
  title: null,
  customer_id: null,
  email_consent: "unknown",
  attributes: { favourite: "Earl Grey" },
  created_at: CREATED,
  updated_at: CREATED,
}

export const importedLeads = {
  created: 41,
  skipped: 1,
  errors: [
    {
      line: 7,
      email: "ada@",
      code: "not_an_address",
      params: { value: "ada@" },
      reason: `Field 'email': expected an e-mail address, got: "ada@"`,
    },
  ],
  columns: [
    { header: "Email", field: "email", attribute: null, samples: ["ada@example.com"] },
    { header: "Favourite", field: null, attribute: "Favourite", samples: ["Earl Grey"] },
  ],
  questions: [],
  notes: [],
  encoding: "utf-8",
  delimiter: ",",
}

export const newSenderProfile = {
  profile_name: "Grace, sales",
  custom_prompt: "Write as Grace would: brief and warm.",
  sender_data: { name: "Grace", phone: "+44 20 7946 0000" },
}

export const senderProfile = {
  id: SENDER_PROFILE_ID,
  ...newSenderProfile,
  description: null,
  is_default: false,
  created_at: CREATED,
  updated_at: CREATED,
}

const usage = { input_tokens: 412, output_tokens: 96 }
const cost = { amount: 0.000295, currency_code: "usd" }
const counts = { pending: 0, running: 0, succeeded: 1, failed: 0, cancelled: 0, total: 1 }

export const createdBatch = {
  campaign_id: CAMPAIGN_ID,
  step_index: 1,
  batch_id: BATCH_ID,
  enqueued_lead_ids: [LEAD_ID],
  prompt_version_hash: HASH,
  total: 1,
}

export const batch = {
  id: BATCH_ID,
  campaign_id: CAMPAIGN_ID,
  step_index: 1,
  status: "finished",
  prompt_version_hash: HASH,
  prompt_source: "campaign",
  generator: "ai-sdk",
  model: "gpt-5-mini",
  requested_by: USER,
  counts,
  usage,
  cost,
  cap_reached: null,
  created_at: CREATED,
  finished_at: FINISHED,
  cancelled_at: null,
}

export const batchDetail = { ...batch, prompt: PROMPT }

export const leadProgress = {
  campaign_lead_id: LEAD_ID,
  status: "succeeded",
  attempt: 1,
  completed_at: FINISHED,
  has_draft: true,
  subject_preview: "A tasting at Analytical Engines",
}

export const batchStatus = {
  campaign_id: CAMPAIGN_ID,
  batch_id: BATCH_ID,
  step_index: 1,
  status: "finished",
  overall: counts,
  per_lead: [leadProgress],
}

export const draft = {
  id: DRAFT_ID,
  campaign_lead_id: LEAD_ID,
  step_index: 1,
  variant_label: "A",
  subject: "A tasting at Analytical Engines",
  body: "Dear Ada,\n\nmay we bring our autumn teas, Earl Grey among them, to your office?\n\nGrace",
  generated_at: FINISHED,
  prompt_version_hash: HASH,
  generator: "ai-sdk",
  model: "gpt-5-mini",
  usage,
  latency_ms: 1840,
  step_config_fingerprint: FINGERPRINT,
  lead_fingerprint: FINGERPRINT,
  flags: [],
  review_status: "pending",
  reviewed_at: null,
  reviewed_by: null,
  reject_reason: null,
}

export const rejectedDraft = {
  ...draft,
  review_status: "rejected",
  reviewed_at: FINISHED,
  reviewed_by: USER,
  reject_reason: "Too familiar",
}

export const comparison = {
  campaign_id: CAMPAIGN_ID,
  step_index: 1,
  batches: [batch, { ...batch, id: OTHER_BATCH_ID }],
  leads: [{ campaign_lead_id: LEAD_ID, drafts: [draft, null] }],
  ...page,
  limit: 200,
}

export const promptVersion = {
  prompt_version_hash: HASH,
  prompt: PROMPT,
  prompt_source: "campaign",
  first_used_at: CREATED,
  last_used_at: CREATED,
  batches: 1,
  counts,
  flagged: 0,
  approved: 1,
  rejected: 0,
  median_latency_ms: 1840,
  usage,
  cost,
}

export const preview = {
  campaign_id: CAMPAIGN_ID,
  step_index: 1,
  campaign_lead_id: LEAD_ID,
  variant_label: "A",
  generator: "ai-sdk",
  model: "gpt-5-mini",
  prompt: PROMPT,
  prompt_source: "campaign",
  prompt_version_hash: HASH,
  rendered_prompt: "Offer Ada a tasting at Analytical Engines. Three sentences.",
  instruction: {
    text: "Offer <lead.first_name> a tasting at <lead.company>. Three sentences.",
    facts: [
      { name: "lead.first_name", value: "Ada" },
      { name: "lead.company", value: "Analytical Engines" },
    ],
  },
  messages: [
    { role: "system", content: "You write one e-mail to one recipient…" },
    { role: "user", content: "Offer Ada a tasting at Analytical Engines. Three sentences.…" },
  ],
  missing_variables: [],
  estimate: { ...usage, cost },
  batch_estimate: {
    n_leads: 50,
    input_tokens: 20600,
    output_tokens: 4800,
    cost: { amount: 0.01475, currency_code: "usd" },
  },
  batch: {
    total: 50,
    ready: 49,
    missing: [{ variable: "lead.company", count: 1, campaign_lead_ids: [id(12)] }],
    withdrawn: 2,
    estimate: {
      input_tokens: 20188,
      output_tokens: 4704,
      cost: { amount: 0.014455, currency_code: "usd" },
    },
  },
  judging_estimate: null,
  ready_lead_ids: [LEAD_ID],
  customer_facts: ["orders_count", "last_order.products"],
}

export const approvedEntry = {
  step_index: 1,
  subject: draft.subject,
  body: draft.body,
  variant_label: "A",
  draft_id: DRAFT_ID,
  batch_id: BATCH_ID,
  prompt: PROMPT,
  prompt_version_hash: HASH,
  step_config_fingerprint: FINGERPRINT,
  lead_fingerprint: FINGERPRINT,
  sender_profile_id: SENDER_PROFILE_ID,
  generator: "ai-sdk",
  model: "gpt-5-mini",
  latency_ms: 1840,
  is_edited: false,
  approved_by: USER,
  approved_at: FINISHED,
  lead_changed_at: null,
}

export const leadReview = {
  campaign_id: CAMPAIGN_ID,
  campaign_lead_id: LEAD_ID,
  updated_at: FINISHED,
  step_index: 1,
  approved_steps: [1],
  approved_entry: approvedEntry,
}

export const withdrawnReview = { ...leadReview, approved_steps: [], approved_entry: null }

export const health = {
  status: "ok",
  reasons: [],
  queue: { backend: "redis", is_reachable: true, depth: 12 },
  tasks: { pending: 10, running: 2, expired: 0, oldest_pending_seconds: 0.4 },
  batches: { running: 1 },
  judging: {
    queue: { backend: "redis", is_reachable: true, depth: 3 },
    tasks: { pending: 1, running: 2, expired: 0, oldest_pending_seconds: 1.2 },
  },
  delivery: {
    queue: { backend: "redis", is_reachable: true, depth: 1 },
    sends: { scheduled: 80, in_flight: 2, expired: 0, unknown: 0 },
    last_reconciled_at: FINISHED,
  },
  process: { worker_mode: "shared", last_reconciled_at: FINISHED },
}

const progress = {
  campaign_id: CAMPAIGN_ID,
  batch_id: BATCH_ID,
  status: "finished",
  overall: counts,
}

const event = (name: string, data: object) =>
  `id: AQ\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`

export const events =
  event("draft", leadProgress) + event("progress", progress) + event("done", progress)

export const namedPrompt = {
  id: PROMPT_ID,
  campaign_id: CAMPAIGN_ID,
  name: "Tasting, three sentences",
  note: null,
  archived: false,
  created_by: USER,
  created_at: CREATED,
  updated_at: FINISHED,
  current_version_hash: HASH,
  versions_count: 1,
  used_version_hash: HASH,
}

export const promptDetail = {
  ...namedPrompt,
  versions: [
    {
      prompt_version_hash: HASH,
      text: PROMPT,
      note: "Asks for three sentences",
      created_by: USER,
      created_at: FINISHED,
      is_current: true,
      outcome: {
        batches: 1,
        drafted: 40,
        failed: 0,
        flagged: 2,
        approved: 31,
        edited: 4,
        mean_edited_share: 0.08,
        rejected: 3,
        judgements: { count: 12, good: 9, bad: 3, mean_score: 4.2 },
      },
    },
  ],
}

export const judgement = {
  draft_id: DRAFT_ID,
  judged_by: USER,
  score: 4,
  verdict: "good",
  reasons: ["Sounds like us"],
  created_at: CREATED,
  updated_at: FINISHED,
}

export const batchJudging = {
  batch_id: BATCH_ID,
  judge: { name: "ai-sdk", model: "gpt-5-nano", version: "9f2c4be1a07d3c55" },
  counts: { pending: 0, judged: 1, failed: 0, cancelled: 0, unjudged: 0 },
  mean_score: 4,
  unsupported: 1,
  estimate: null,
  agreement: { share: 0.9, kappa: 0.78, n: 30, enough: true },
  judgements: [
    {
      draft_id: DRAFT_ID,
      campaign_lead_id: LEAD_ID,
      status: "judged",
      score: 4,
      criteria: [{ name: "clarity", score: 5, reason: "Three short sentences, one question." }],
      claims: [
        { text: "your tasting room in Lyon", field: "lead.attributes.city", value: "Lyon" },
        { text: "opened last spring", field: null, value: null },
      ],
      error: null,
      judged_at: FINISHED,
    },
  ],
  count: 1,
  offset: 0,
  limit: 200,
}

export const blindComparison = {
  id: COMPARISON_ID,
  campaign_id: CAMPAIGN_ID,
  step_index: 1,
  batch_ids: [BATCH_ID, OTHER_BATCH_ID],
  created_by: USER,
  created_at: CREATED,
  pairs: 45,
  judged: 42,
  wins: [9, 31],
  ties: 2,
  win_rate: 0.775,
  interval: [0.625, 0.8768],
  p_value: 0.00068,
  decision: "second",
  needed: 0,
  people: 1,
  agreement: null,
  judge: {
    judged: 45,
    wins: [12, 28],
    ties: 5,
    win_rate: 0.7,
    interval: [0.5457, 0.8193],
    p_value: 0.01659,
    decision: "second",
    needed: 0,
    agreement: { share: 0.9, kappa: 0.7, n: 30, enough: true },
  },
}

export const pairJudging = {
  comparison_id: COMPARISON_ID,
  judge: { name: "ai-sdk", model: "gpt-5-nano", version: "9f2c4be1a07d3c55" },
  counts: { pending: 0, judged: 80, failed: 0, cancelled: 0, unjudged: 10 },
  estimate: {
    calls: 10,
    input_tokens: 9_200,
    output_tokens: 700,
    cost: { amount: 0.0008, currency_code: "usd" },
  },
  error: null,
}

export const blindPair = {
  pair_id: PAIR_ID,
  left: { subject: draft.subject, body: draft.body },
  right: { subject: "A tasting, Ada?", body: "Hello Ada,\n\nwould you like a tasting?" },
}

export const judgedPair = {
  pair_id: PAIR_ID,
  campaign_lead_id: LEAD_ID,
  outcome: "second",
  choices: { first: 0, second: 1, equal: 0 },
  judge: {
    outcome: "second",
    calls: [
      { shown_first: "first", choice: "second", reason: "It asks for one thing." },
      { shown_first: "second", choice: "second", reason: "It asks one question, and is short." },
    ],
  },
  drafts: [
    { id: DRAFT_ID, subject: draft.subject, body: draft.body },
    { id: OTHER_DRAFT_ID, ...blindPair.right },
  ],
}

const words = { type: "words", part: "body", max: 90 } as const

export const campaignChecks = {
  checks: [words, { type: "avoid", phrases: ["just checking in"], name: "No empty phrases" }],
  updated_by: USER,
  updated_at: FINISHED,
}

export const checkedBatch = {
  batch_id: BATCH_ID,
  checks: [{ check: words, passed: 1, failed: 0 }],
  drafts: [
    {
      draft_id: DRAFT_ID,
      campaign_lead_id: LEAD_ID,
      results: [
        {
          check: 0,
          passed: true,
          code: "passed",
          params: { part: "body", count: 31, max: 90 },
          message: "The body has 31 words.",
          place: null,
        },
      ],
    },
  ],
  ...page,
  limit: 200,
}

export const checkedDraft = { ...draft, checks: checkedBatch.drafts[0]?.results }
