import { z } from "@medusajs/framework/zod"
import {
  ApproveEmail,
  ResetEmails,
  UnapproveEmail,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/[campaign_lead_id]/validators"
import { ApproveDrafts } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/approve/validators"
import { RejectDraft } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/drafts/[draft_id]/reject/validators"
import { RejectDrafts } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/reject/validators"
import { UnapproveDrafts } from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/unapprove/validators"
import { Draft } from "../answers/draft"
import {
  ApprovedDrafts,
  ApprovedEntry,
  LeadReview,
  RejectedDrafts,
  UnapprovedDrafts,
} from "../answers/review"
import * as example from "../examples"
import type { Operation } from "../operation"

const LEAD = "/campaigns/{campaign_id}/leads/{campaign_lead_id}"
const PLAYGROUND = "/campaigns/{campaign_id}/playground"

export const reviewOperations: Record<string, Operation> = {
  [`post ${LEAD}/approve`]: {
    operationId: "approveEmail",
    tag: "Review",
    summary: "Freeze the e-mail that a sender must send word for word",
    description:
      "With `draft_id` the provenance comes from the draft. 422 when variant, step, sender or lead " +
      "have changed since it was drafted; `code` and `message` say which.",
    body: {
      schema: ApproveEmail,
      example: {
        step_index: 1,
        subject: example.draft.subject,
        body: example.draft.body,
        draft_id: example.DRAFT_ID,
      },
    },
    answer: { schema: LeadReview, example: example.leadReview },
    refusals: [404, 422],
  },
  [`post ${LEAD}/unapprove`]: {
    operationId: "unapproveEmail",
    tag: "Review",
    summary: "Take the approval of one step away",
    description: "Again: changes nothing.",
    body: { schema: UnapproveEmail, example: { step_index: 1 } },
    answer: { schema: LeadReview, example: example.withdrawnReview },
    refusals: [404],
  },
  [`post ${LEAD}/reset`]: {
    operationId: "resetEmails",
    tag: "Review",
    summary: "Take the approvals of several steps away, or of all",
    description: "`step_indices` absent or null: all. Again: changes nothing.",
    body: { schema: ResetEmails, example: { step_indices: [1, 2] } },
    answer: { schema: LeadReview, example: { ...example.withdrawnReview, step_index: null } },
    refusals: [404],
  },
  [`get ${LEAD}/approved-emails/{step_index}`]: {
    operationId: "getApprovedEmail",
    tag: "Review",
    summary: "What a sender sends, byte for byte",
    answer: {
      schema: z.strictObject({ approved_entry: ApprovedEntry }),
      example: { approved_entry: example.approvedEntry },
    },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/approve`]: {
    operationId: "approveDrafts",
    tag: "Review",
    summary: "Approve drafts as they are, named one by one",
    description: "One that is refused stops no other.",
    body: {
      schema: ApproveDrafts,
      example: { batch_id: example.BATCH_ID, draft_ids: [example.DRAFT_ID] },
    },
    answer: {
      schema: ApprovedDrafts,
      example: {
        campaign_id: example.CAMPAIGN_ID,
        batch_id: example.BATCH_ID,
        approved: [{ draft_id: example.DRAFT_ID, campaign_lead_id: example.LEAD_ID }],
        refused: [],
      },
    },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/reject`]: {
    operationId: "rejectDrafts",
    tag: "Review",
    summary: "Turn drafts down for good, named one by one",
    description:
      "All in one transaction. One that is refused (`draft_approved`, `no_draft`, `not_found`) stops " +
      "no other.",
    body: {
      schema: RejectDrafts,
      example: {
        batch_id: example.BATCH_ID,
        draft_ids: [example.DRAFT_ID],
        reason: "Too familiar",
      },
    },
    answer: {
      schema: RejectedDrafts,
      example: {
        campaign_id: example.CAMPAIGN_ID,
        batch_id: example.BATCH_ID,
        rejected: [{ draft_id: example.DRAFT_ID }],
        refused: [],
      },
    },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/unapprove`]: {
    operationId: "unapproveDrafts",
    tag: "Review",
    summary: "Take away exactly the approvals of these drafts",
    description:
      "All in one transaction. A draft that no e-mail is approved from is in `refused` " +
      "(`not_approved`); a lead whose e-mail was approved from another draft keeps it.",
    body: {
      schema: UnapproveDrafts,
      example: { batch_id: example.BATCH_ID, draft_ids: [example.DRAFT_ID] },
    },
    answer: {
      schema: UnapprovedDrafts,
      example: {
        campaign_id: example.CAMPAIGN_ID,
        batch_id: example.BATCH_ID,
        unapproved: [{ draft_id: example.DRAFT_ID, campaign_lead_id: example.LEAD_ID }],
        refused: [],
      },
    },
    refusals: [404],
  },
  [`post ${PLAYGROUND}/drafts/{draft_id}/reject`]: {
    operationId: "rejectDraft",
    tag: "Review",
    summary: "Turn a draft down for good",
    description: "It stays for the record and is never offered for approval again.",
    body: { schema: RejectDraft, example: { reason: "Too familiar" } },
    answer: { schema: z.strictObject({ draft: Draft }), example: { draft: example.rejectedDraft } },
    refusals: [404],
  },
}
