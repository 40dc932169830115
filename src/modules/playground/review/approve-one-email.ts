import { MedusaError } from "@medusajs/framework/utils"
import type { Db } from "../../../persistence/db"
import { approveEmails } from "../sql/review/approve-emails"
import { listReviewableDrafts, type ReviewableDraftRow } from "../sql/review/list-reviewable-drafts"
import type { ApproveEmailInput, ApproveEmailOutcome } from "./dtos"
import { refuseDraft } from "./refuse-draft"
import { toApproval } from "./to-approval"

type Verdict =
  | Extract<ApproveEmailOutcome, { outcome: "stale" }>
  | {
      outcome: "approved"
      /** Empty when exactly this was approved already. */
      approved: { campaign_lead_id: string; draft_id: string | null }[]
    }

/**
 * Decides on one e-mail and stores it. Must run inside a transaction: the draft stays locked between
 * the look at it and the approval.
 *
 * @throws MedusaError NOT_FOUND for a draft that is not of this lead; NOT_ALLOWED for one of another
 *   step, without text, or rejected, and for a lead without a PERSONALIZATION variant
 */
export async function approveOneEmail(transaction: Db, input: ApproveEmailInput): Promise<Verdict> {
  const draft = input.draft_id ? await findDraft(transaction, input, input.draft_id) : null
  const refusal = draft && refuseDraft(draft, input)
  if (refusal && !refusal.is_stale) throw notAllowed(refusal.message, refusal.code)
  const stale = findOutdatedExpectation(input) ?? refusal
  if (stale) return { outcome: "stale", code: stale.code, message: stale.message }

  const { step, lead, subject, body } = input
  if (!lead) {
    throw notAllowed(
      `Lead ${input.campaign_lead_id} is not assigned to a PERSONALIZATION variant of step ` +
        `${step.step_index}: its e-mail is the template, and there is nothing to approve.`,
      "no_variant"
    )
  }
  const approved = await approveEmails(transaction, {
    campaign_id: input.campaign_id,
    step_index: step.step_index,
    approved_by: input.approved_by,
    approvals: [toApproval({ step, lead, text: { subject, body }, draft })],
  })
  return { outcome: "approved", approved }
}

type StaleCode = Extract<ApproveEmailOutcome, { outcome: "stale" }>["code"]

async function findDraft(
  transaction: Db,
  { campaign_id, campaign_lead_id, step }: ApproveEmailInput,
  draft_id: string
): Promise<ReviewableDraftRow> {
  const [draft] = await listReviewableDrafts(transaction, {
    campaign_id,
    batch_id: null,
    draft_ids: [draft_id],
  })
  if (draft?.campaign_lead_id !== campaign_lead_id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Lead ${campaign_lead_id} has no draft ${draft_id} (field draft_id).`
    )
  }
  if (draft.step_index === step.step_index) return draft
  throw notAllowed(
    `Draft ${draft_id} is for step ${draft.step_index}, not ${step.step_index} (field step_index).`,
    "other_step"
  )
}

/** Where the caller says what it looked at, and that is no longer so. */
function findOutdatedExpectation({
  step,
  lead,
  variant_label,
  expected_step_config_fingerprint: expected,
}: ApproveEmailInput): { code: StaleCode; message: string } | null {
  if (variant_label !== null && lead && lead.variant_label !== variant_label) {
    return {
      code: "variant_changed",
      message: `The lead has variant "${lead.variant_label}", not "${variant_label}" (field variant_label). Look again, then approve.`,
    }
  }
  if (expected === null || expected === step.fingerprint) return null
  return {
    code: "step_changed",
    message: `Step ${step.step_index} has changed: its fingerprint is ${step.fingerprint} (field expected_step_config_fingerprint). Look again, then approve.`,
  }
}

const notAllowed = (message: string, code: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
