import type { MiddlewareRoute } from "@medusajs/framework/http"

type Method = NonNullable<MiddlewareRoute["methods"]>[number]
type Policy = { resource: string; operation: string }

const READ_OUTREACH: Policy = { resource: "outreach", operation: "read" }
const EDIT_OUTREACH: Policy = { resource: "outreach", operation: "edit" }
const READ_PLAYGROUND: Policy = { resource: "playground", operation: "read" }
const GENERATE: Policy = { resource: "playground", operation: "generate" }
const REVIEW: Policy = { resource: "playground", operation: "review" }

const SEND: Policy = { resource: "playground", operation: "send" }

const CAMPAIGN = "/api/v1/campaigns/:campaign_id"
const LEAD = `${CAMPAIGN}/leads/:campaign_lead_id`
const PLAYGROUND = `${CAMPAIGN}/playground`
const PROMPTS = `${CAMPAIGN}/prompts`
const COMPARISONS = `${CAMPAIGN}/comparisons`
const CHECKS = `${CAMPAIGN}/checks`
const TEST_SETS = `${CAMPAIGN}/test-sets`
const EVALUATIONS = `${PLAYGROUND}/evaluations`

const requires = (policy: Policy, method: Method, ...matchers: string[]): MiddlewareRoute[] =>
  matchers.map((matcher) => ({ matcher, methods: [method], policies: [policy] }))

/** A list, one of it, and what changes them. */
const edits = (list: string, one: string): MiddlewareRoute[] => [
  ...requires(READ_OUTREACH, "GET", list, one),
  ...requires(EDIT_OUTREACH, "POST", list),
  ...requires(EDIT_OUTREACH, "PATCH", one),
  ...requires(EDIT_OUTREACH, "DELETE", one),
]

/**
 * Who may call what, in a host with the feature flag `rbac`; elsewhere it has no effect. The host
 * reads a person's roles from their token and gives API keys none, so with the flag on keys get 403.
 */
export const requiredPolicies: MiddlewareRoute[] = [
  ...edits("/api/v1/campaigns", CAMPAIGN),
  ...edits(`${CAMPAIGN}/leads`, LEAD),
  ...edits("/api/v1/sender-profiles", "/api/v1/sender-profiles/:sender_profile_id"),
  ...requires(
    READ_PLAYGROUND,
    "GET",
    "/api/v1/playground/health",
    `${LEAD}/approved-emails/:step_index`,
    `${PLAYGROUND}/status`,
    `${PLAYGROUND}/drafts`,
    `${PLAYGROUND}/batches`,
    `${PLAYGROUND}/batches/:batch_id`,
    `${PLAYGROUND}/events`,
    `${PLAYGROUND}/prompts`,
    `${PLAYGROUND}/compare`,
    `${PLAYGROUND}/judgements`,
    `${PLAYGROUND}/judge`,
    PROMPTS,
    `${PROMPTS}/:prompt_id`,
    COMPARISONS,
    `${COMPARISONS}/:comparison_id`,
    `${COMPARISONS}/:comparison_id/next`,
    `${COMPARISONS}/:comparison_id/judge`,
    `${COMPARISONS}/:comparison_id/pairs`,
    CHECKS,
    `${PLAYGROUND}/checks`,
    TEST_SETS,
    `${TEST_SETS}/:test_set_id`,
    EVALUATIONS,
    `${EVALUATIONS}/:evaluation_id`
  ),
  ...requires(
    GENERATE,
    "POST",
    `${PLAYGROUND}/preview`,
    `${EVALUATIONS}/preview`,
    `${PLAYGROUND}/generate`,
    `${PLAYGROUND}/cancel`,
    `${PLAYGROUND}/retry`,
    `${PLAYGROUND}/judge`,
    `${COMPARISONS}/:comparison_id/judge`,
    `${COMPARISONS}/:comparison_id/judge/cancel`,
    PROMPTS,
    `${PROMPTS}/:prompt_id/versions`,
    TEST_SETS,
    EVALUATIONS
  ),
  ...requires(GENERATE, "DELETE", `${TEST_SETS}/:test_set_id`),
  ...requires(
    REVIEW,
    "POST",
    `${LEAD}/approve`,
    `${LEAD}/unapprove`,
    `${LEAD}/reset`,
    `${PLAYGROUND}/approve`,
    `${PLAYGROUND}/reject`,
    `${PLAYGROUND}/unapprove`,
    `${PLAYGROUND}/drafts/:draft_id/reject`,
    `${PLAYGROUND}/drafts/:draft_id/judgements`,
    COMPARISONS,
    `${COMPARISONS}/:comparison_id/choices`
  ),
  ...requires(GENERATE, "PATCH", `${PROMPTS}/:prompt_id`),
  ...requires(REVIEW, "PUT", CHECKS),
  // It changes the campaign.
  ...requires(EDIT_OUTREACH, "POST", `${PROMPTS}/:prompt_id/use`),
  ...requires(
    READ_PLAYGROUND,
    "GET",
    `${CAMPAIGN}/sending/preview`,
    `${CAMPAIGN}/sending/history`,
    `${CAMPAIGN}/sends`,
    "/api/v1/suppressions",
    "/api/v1/suppressions/lifted",
    "/api/v1/playground/outbox",
    "/api/v1/playground/outbox/:mail_id",
    "/api/v1/playground/transports"
  ),
  ...requires(
    SEND,
    "POST",
    `${CAMPAIGN}/sending`,
    `${CAMPAIGN}/sending/pause`,
    `${CAMPAIGN}/sending/resume`,
    `${CAMPAIGN}/sending/cancel`,
    `${CAMPAIGN}/sends/:send_id/resolve`,
    `${LEAD}/replied`,
    "/api/v1/suppressions"
  ),
  ...requires(SEND, "DELETE", "/api/v1/suppressions/:suppression_id"),
  ...requires(REVIEW, "POST", `${PLAYGROUND}/drafts/:draft_id/test-send`),
]
