import { defineJoinerConfig } from "@medusajs/framework/utils"
import { PLAYGROUND_MODULE } from "../module-schema"

/** What `query.graph` and links of the host may read. Prefixed: the names are shared by all modules. */
const schema = `
type PlaygroundBatch {
  id: ID!
  campaign_id: String!
  step_index: Int!
  status: String!
  prompt_version_hash: String!
  prompt_source: String!
  generator: String!
  model: String
  requested_by: String!
  total: Int!
  created_at: DateTime!
  finished_at: DateTime
  cancelled_at: DateTime
  draft_tasks: [PlaygroundDraftTask]
}

type PlaygroundDraftTask {
  id: ID!
  batch_id: String!
  campaign_id: String!
  campaign_lead_id: String!
  prompt_version_hash: String!
  position: Int!
  variant_label: String!
  status: String!
  attempt: Int!
  error_code: String
  error_message: String
  subject: String
  body: String
  model: String
  latency_ms: Int
  flags: JSON
  created_at: DateTime!
  completed_at: DateTime
  rejected_at: DateTime
  rejected_by: String
  reject_reason: String
  batch: PlaygroundBatch
}

type PlaygroundApprovedEmail {
  id: ID!
  campaign_id: String!
  campaign_lead_id: String!
  step_index: Int!
  subject: String!
  body: String!
  variant_label: String!
  draft_id: String
  batch_id: String
  prompt_version_hash: String
  generator: String
  model: String
  latency_ms: Int
  is_edited: Boolean!
  step_config_fingerprint: String!
  lead_fingerprint: String!
  sender_profile_id: String
  approved_by: String!
  approved_at: DateTime!
  lead_changed_at: DateTime
}

type PlaygroundReviewEvent {
  id: ID!
  campaign_id: String!
  campaign_lead_id: String!
  step_index: Int!
  action: String!
  actor: String!
  draft_id: String
  batch_id: String
  is_edited: Boolean
  reason: String
  created_at: DateTime!
}
`

export const playgroundJoiner = defineJoinerConfig(PLAYGROUND_MODULE, {
  models: [],
  schema,
  linkableKeys: {
    playground_batch_id: "PlaygroundBatch",
    playground_draft_task_id: "PlaygroundDraftTask",
    playground_approved_email_id: "PlaygroundApprovedEmail",
    playground_review_event_id: "PlaygroundReviewEvent",
  },
  primaryKeys: ["id"],
  alias: [
    {
      name: ["playground_batch", "playground_batches"],
      entity: "PlaygroundBatch",
      args: { methodSuffix: "PlaygroundBatches" },
    },
    {
      name: ["playground_draft_task", "playground_draft_tasks"],
      entity: "PlaygroundDraftTask",
      args: { methodSuffix: "PlaygroundDraftTasks" },
    },
    {
      name: ["playground_approved_email", "playground_approved_emails"],
      entity: "PlaygroundApprovedEmail",
      args: { methodSuffix: "PlaygroundApprovedEmails" },
    },
    {
      name: ["playground_review_event", "playground_review_events"],
      entity: "PlaygroundReviewEvent",
      args: { methodSuffix: "PlaygroundReviewEvents" },
    },
  ],
})
