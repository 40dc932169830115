import {
  BATCH_ID,
  blindComparison,
  CAMPAIGN_ID,
  lead,
  preview,
  PROMPT_ID,
  promptVersion,
} from "./examples"

export const TEST_SET_ID = "0190f1c2-7a3b-7c4d-8e5f-000000000011"
export const EVALUATION_ID = "0190f1c2-7a3b-7c4d-8e5f-000000000013"
const TEST_LEAD_ID = "0190f1c2-7a3b-7c4d-8e5f-000000000014"
const { created_by, created_at } = blindComparison

export const testSet = {
  id: TEST_SET_ID,
  campaign_id: CAMPAIGN_ID,
  name: "Hostile leads",
  source: "bundled",
  size: 1,
  evaluations: 1,
  created_by,
  created_at,
}

export const testSetDetail = {
  ...testSet,
  leads: [
    {
      id: TEST_LEAD_ID,
      position: 0,
      label: "The company is missing.",
      code: "no_company",
      snapshot: {
        id: TEST_LEAD_ID,
        email: "no-company@example.com",
        first_name: lead.first_name,
        last_name: null,
        company: null,
        title: null,
        attributes: { favourite: "Example" },
      },
    },
  ],
}

export const pendingEvaluation = {
  id: EVALUATION_ID,
  campaign_id: CAMPAIGN_ID,
  test_set_id: TEST_SET_ID,
  step_index: 1,
  prompt_version_hash: promptVersion.prompt_version_hash,
  prompt_id: PROMPT_ID,
  batch_id: BATCH_ID,
  status: "pending",
  figures: null,
  thresholds: [
    { name: "max_failed", limit: 0.05, value: null, passed: null },
    { name: "min_checks_passed", limit: 0.9, value: null, passed: null },
  ],
  created_by,
  created_at,
  finished_at: null,
}

export const evaluation = {
  ...pendingEvaluation,
  status: "failed",
  figures: {
    total: 40,
    drafted: 39,
    failed: 1,
    flagged: 3,
    checked: 33,
    judge_score: null,
    unsupported: null,
  },
  thresholds: [
    { name: "max_failed", limit: 0.05, value: 0.025, passed: true },
    { name: "min_checks_passed", limit: 0.9, value: 0.8461538461538461, passed: false },
  ],
  finished_at: "2026-11-23T09:00:07.000Z",
}

const { prompt, prompt_source, prompt_version_hash, variant_label, generator, model } = preview

export const evaluationPreview = {
  campaign_id: CAMPAIGN_ID,
  test_set_id: TEST_SET_ID,
  step_index: 1,
  variant_label,
  prompt,
  prompt_source,
  prompt_version_hash,
  generator,
  model,
  batch: {
    total: 45,
    ready: 44,
    missing: [{ variable: "lead.company", count: 1, campaign_lead_ids: [TEST_LEAD_ID] }],
    estimate: {
      input_tokens: 18_128,
      output_tokens: 4_224,
      cost: { amount: 0.0129, currency_code: "usd" },
    },
  },
  judge: { name: "ai-sdk", model: "gpt-5-nano", version: "125c7c4533486d7e" },
  judging_estimate: {
    input_tokens: 24_200,
    output_tokens: 17_600,
    cost: { amount: 0.0083, currency_code: "usd" },
  },
}
