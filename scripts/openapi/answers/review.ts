import { z } from "@medusajs/framework/zod"
import { id, instant, stepIndex } from "./parts"

const text = () => z.string().nullable()

/** An approved e-mail, byte for byte, and where it came from. */
export const ApprovedEntry = z
  .strictObject({
    step_index: stepIndex(),
    subject: z.string(),
    body: z.string(),
    variant_label: z.string(),
    draft_id: id().nullable().meta({ description: "Null when a person wrote it." }),
    batch_id: id().nullable(),
    prompt: text(),
    prompt_version_hash: text(),
    step_config_fingerprint: z.string(),
    lead_fingerprint: z.string(),
    sender_profile_id: id().nullable(),
    generator: text(),
    model: text(),
    latency_ms: z.number().int().nullable(),
    is_edited: z.boolean(),
    approved_by: z.string(),
    approved_at: instant(),
    lead_changed_at: instant()
      .nullable()
      .meta({ description: "When the lead was first found to differ from the approved one." }),
  })
  .meta({ id: "ApprovedEntry" })

/** How a lead's approvals stand. */
export const LeadReview = z
  .strictObject({
    campaign_id: id(),
    campaign_lead_id: id(),
    updated_at: instant(),
    step_index: stepIndex().nullable(),
    approved_steps: z.array(stepIndex()),
    approved_entry: ApprovedEntry.nullable(),
  })
  .meta({ id: "LeadReview" })

const refusals = () =>
  z.array(z.strictObject({ draft_id: id(), code: z.string(), message: z.string() }))

/** A bulk rejection: every draft is in one of the two lists. */
export const RejectedDrafts = z
  .strictObject({
    campaign_id: id(),
    batch_id: id(),
    rejected: z
      .array(z.strictObject({ draft_id: id() }))
      .meta({ description: "Those that were rejected before, too." }),
    refused: refusals(),
  })
  .meta({ id: "RejectedDrafts" })

/** A bulk withdrawal: every draft is in one of the two lists. */
export const UnapprovedDrafts = z
  .strictObject({
    campaign_id: id(),
    batch_id: id(),
    unapproved: z.array(z.strictObject({ draft_id: id(), campaign_lead_id: id() })),
    refused: refusals(),
  })
  .meta({ id: "UnapprovedDrafts" })

/** A bulk approval: every draft is in one of the two lists. */
export const ApprovedDrafts = z
  .strictObject({
    campaign_id: id(),
    batch_id: id(),
    approved: z.array(z.strictObject({ draft_id: id(), campaign_lead_id: id() })),
    refused: refusals(),
  })
  .meta({ id: "ApprovedDrafts" })
