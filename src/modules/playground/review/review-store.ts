import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { approveOneEmail } from "./approve-one-email"
import { approveNamedDrafts } from "./approve-named-drafts"
import type { HostEvents } from "../signals/host-events"
import { listApprovedEmails, type ApprovedEmailRow } from "../sql/review/list-approved-emails"
import { listApprovedLeadIds } from "../sql/review/list-approved-lead-ids"
import { listDraftLeads } from "../sql/reads/list-draft-leads"
import { retrieveDraft } from "../sql/reads/list-drafts"
import {
  listUnchangedApprovals,
  flagStaleApprovals,
  type LeadNow,
} from "../sql/review/flag-stale-approvals"
import { lockDraft, rejectDraft, type RejectDraftInput } from "../sql/review/reject-draft"
import { retrieveBatch } from "../sql/reads/retrieve-batch"
import { removeSentTexts, type SentEmail } from "../sql/review/remove-sent-texts"
import { retrieveLastReview } from "../sql/review/retrieve-last-review"
import { withdrawApprovals, type WithdrawApprovalsInput } from "../sql/review/withdraw-approvals"
import type { DraftDTO } from "../batches/dtos"
import type {
  ApprovedDraftsDTO,
  ApprovedEmailDTO,
  ApprovedEntryDTO,
  ApproveDraftsInput,
  ApproveEmailInput,
  ApproveEmailOutcome,
  DraftLeadsDTO,
  LeadReviewDTO,
} from "./dtos"
import { toDraft } from "../batches/to-dto"

/** Approvals that are taken away in one statement, and told in one message to the host's bus. */
const WITHDRAW_CHUNK = 1_000

interface LeadKey {
  campaign_id: string
  campaign_lead_id: string
}

/** Approvals of e-mails and rejections of drafts, with their history. */
export class ReviewStore {
  constructor(
    private readonly manager_: () => Promise<EntityManager>,
    private readonly events_: HostEvents
  ) {}

  /** See `PlaygroundModuleService.approveEmail`. */
  async approve(input: ApproveEmailInput): Promise<ApproveEmailOutcome> {
    const { campaign_id, step } = input
    const { step_index } = step
    return this.run_("approve email", async (manager) => {
      const verdict = await manager.transaction((transaction) =>
        approveOneEmail(transaction, input)
      )
      if (verdict.outcome === "stale") return verdict
      this.events_.emailsApproved(
        verdict.approved.map((email) => ({ campaign_id, step_index, ...email }))
      )
      const review = await readReview(manager, input, step_index)
      return { outcome: "approved", review, is_new: verdict.approved.length > 0 }
    })
  }

  /** See `PlaygroundModuleService.approveDrafts`. */
  async approveDrafts(input: ApproveDraftsInput): Promise<ApprovedDraftsDTO> {
    const { campaign_id, batch_id, step } = input
    const { step_index } = step
    return this.run_("approve drafts", async (manager) => {
      const { approved, refused, changed } = await manager.transaction((transaction) =>
        approveNamedDrafts(transaction, input)
      )
      this.events_.emailsApproved(changed.map((email) => ({ campaign_id, step_index, ...email })))
      return { campaign_id, batch_id, approved, refused }
    })
  }

  /** @throws MedusaError NOT_FOUND for a batch that is not the campaign's */
  async listDraftLeads(
    campaign_id: string,
    batch_id: string,
    draft_ids: string[]
  ): Promise<DraftLeadsDTO> {
    return this.run_("list drafts' leads", async (manager) => {
      const batch = await retrieveBatch(manager, { campaign_id, batch_id })
      if (!batch) throw absent(`Campaign ${campaign_id} has no batch ${batch_id}.`)
      const leads = await listDraftLeads(manager, { batch_id, draft_ids })
      return {
        step_index: batch.step_index,
        campaign_lead_ids: leads.map(({ campaign_lead_id }) => campaign_lead_id),
      }
    })
  }

  /**
   * In chunks, each committed and told by itself: a campaign may have hundreds of thousands.
   *
   * @returns how many approvals were taken away
   */
  async withdraw(input: WithdrawApprovalsInput): Promise<number> {
    return this.run_("withdraw approvals", async (manager) => {
      for (let count = 0; ;) {
        const chunk = await withdrawApprovals(manager, { ...input, limit: WITHDRAW_CHUNK })
        this.events_.emailsUnapproved(
          chunk.map((email) => ({ campaign_id: input.campaign_id, ...email }))
        )
        await this.events_.settled()
        count += chunk.length
        if (chunk.length < WITHDRAW_CHUNK) return count
      }
    })
  }

  /** See `PlaygroundModuleService.removeSentTexts`. */
  async removeSentTexts(sent: readonly SentEmail[]): Promise<number> {
    return this.run_("remove sent texts", (manager) => removeSentTexts(manager, sent))
  }

  /** @param step_index whose entry is answered; null: none */
  async retrieveReview(lead: LeadKey, step_index: number | null): Promise<LeadReviewDTO> {
    return this.run_("read review", (manager) => readReview(manager, lead, step_index))
  }

  /** See `PlaygroundModuleService.rejectDraft`. */
  async reject(input: RejectDraftInput): Promise<DraftDTO> {
    const { campaign_id, draft_id } = input
    return this.run_("reject draft", async (manager) => {
      const { isNew, batch_id } = await manager.transaction(async (transaction) => {
        const locked = await lockDraft(transaction, input)
        if (!locked) throw absent(`Campaign ${campaign_id} has no draft ${draft_id}.`)
        if (locked.is_test) throw refused(testDraft(draft_id), "test_draft")
        return { ...locked, isNew: await rejectDraft(transaction, input) }
      })
      const batch = await retrieveBatch(manager, { campaign_id, batch_id })
      const draft = await retrieveDraft(manager, draft_id)
      if (!batch || !draft)
        throw refused(`Draft ${draft_id} was never written: reject a draft.`, "no_draft")
      if (isNew || draft.review_status === "rejected") return toDraft(batch, draft)
      throw refused(
        `Draft ${draft_id} is the approved e-mail of lead ${draft.campaign_lead_id}: unapprove it first.`,
        "draft_approved"
      )
    })
  }

  /** See `PlaygroundModuleService.retrieveApprovedEmail`. */
  async retrieveApproved(campaign_lead_id: string, step_index: number): Promise<ApprovedEmailDTO> {
    return this.run_("read approved e-mail", async (manager) => {
      const [entry] = await listApprovedEmails(manager, { campaign_lead_id, step_index })
      if (entry) return { ...entry, campaign_lead_id }
      throw absent(`Lead ${campaign_lead_id} has no approved e-mail for step ${step_index}.`)
    })
  }

  /** Those of these leads that hold an approved e-mail for the step. */
  async listApprovedLeadIds(step_index: number, campaign_lead_ids: string[]): Promise<string[]> {
    return this.run_("list approved leads", async (manager) => {
      const leads = await listApprovedLeadIds(manager, { step_index, campaign_lead_ids })
      return leads.map(({ campaign_lead_id }) => campaign_lead_id)
    })
  }

  /** Which approvals of these leads have no change noted yet. */
  async listUnchanged(
    campaign_id: string,
    campaign_lead_ids: string[]
  ): Promise<{ campaign_lead_id: string; step_index: number }[]> {
    return this.run_("list approvals", (manager) =>
      listUnchangedApprovals(manager, { campaign_id, campaign_lead_ids })
    )
  }

  async flagStaleApprovals(leads: LeadNow[]): Promise<void> {
    return this.run_("flag stale approvals", (manager) => flagStaleApprovals(manager, leads))
  }

  private async run_<T>(what: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const manager = await this.manager_()
    return withoutParameters(what, () => work(manager))
  }
}

const absent = (message: string) => new MedusaError(MedusaError.Types.NOT_FOUND, message)
const refused = (message: string, code: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
const testDraft = (draft_id: string) =>
  `Draft ${draft_id} was written for a test lead: it is for nobody, and there is nothing to reject. ` +
  "Judge it instead."

async function readReview(
  manager: EntityManager,
  { campaign_id, campaign_lead_id }: LeadKey,
  step_index: number | null
): Promise<LeadReviewDTO> {
  const entries = await listApprovedEmails(manager, { campaign_lead_id, step_index: null })
  const entry = entries.find((approved) => approved.step_index === step_index)
  return {
    campaign_id,
    campaign_lead_id,
    updated_at: await retrieveLastReview(manager, { campaign_id, campaign_lead_id }),
    step_index,
    approved_steps: entries.map((approved) => approved.step_index),
    approved_entry: entry ? toEntry(entry) : null,
  }
}

function toEntry({ campaign_id, ...entry }: ApprovedEmailRow): ApprovedEntryDTO {
  return entry
}
