import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { HostEvents } from "../signals/host-events"
import { retrieveBatch } from "../sql/reads/retrieve-batch"
import type { RejectDraftsInput } from "../sql/review/reject-drafts"
import { withdrawApprovals } from "../sql/review/withdraw-approvals"
import type { RejectedDraftsDTO, UnapprovedDraftsDTO, UnapproveDraftsInput } from "./dtos"
import { rejectNamedDrafts } from "./reject-named-drafts"

/** Decisions on many drafts of one batch at once, each in one transaction. */
export class BulkReview {
  constructor(
    private readonly manager_: () => Promise<EntityManager>,
    private readonly events_: HostEvents
  ) {}

  /**
   * Turns drafts down for good: each is in one of the answer's lists.
   *
   * @throws MedusaError NOT_FOUND for a batch that is not the campaign's
   */
  async reject(input: RejectDraftsInput): Promise<RejectedDraftsDTO> {
    const { campaign_id, batch_id } = input
    const manager = await this.batchOf_(input)
    return withoutParameters("reject drafts", async () => {
      const answer = await manager.transaction((transaction) =>
        rejectNamedDrafts(transaction, input)
      )
      return { campaign_id, batch_id, ...answer }
    })
  }

  /**
   * Takes away exactly the approvals that were given to these drafts. A lead whose e-mail was approved
   * from another draft keeps it.
   *
   * @throws MedusaError NOT_FOUND for a batch that is not the campaign's
   */
  async unapprove(input: UnapproveDraftsInput): Promise<UnapprovedDraftsDTO> {
    const { campaign_id, batch_id, draft_ids } = input
    const manager = await this.batchOf_(input)
    const withdrawn = await withoutParameters("withdraw approvals of drafts", () =>
      withdrawApprovals(manager, {
        campaign_id,
        campaign_lead_ids: null,
        step_indices: null,
        draft_ids,
        action: "unapprove",
        actor: input.unapproved_by,
        reason: null,
        limit: draft_ids.length,
      })
    )
    this.events_.emailsUnapproved(withdrawn.map((email) => ({ campaign_id, ...email })))
    const leads = new Map(withdrawn.map((row) => [row.draft_id, row.campaign_lead_id]))
    const unapproved: UnapprovedDraftsDTO["unapproved"] = []
    const refused: UnapprovedDraftsDTO["refused"] = []
    for (const draft_id of draft_ids) {
      const campaign_lead_id = leads.get(draft_id)
      if (campaign_lead_id !== undefined) unapproved.push({ draft_id, campaign_lead_id })
      else {
        const message = `No e-mail is approved from draft ${draft_id}.`
        refused.push({ draft_id, code: "not_approved", message })
      }
    }
    return { campaign_id, batch_id, unapproved, refused }
  }

  private async batchOf_(input: { campaign_id: string; batch_id: string }): Promise<EntityManager> {
    const manager = await this.manager_()
    const batch = await withoutParameters("read batch", () => retrieveBatch(manager, input))
    if (batch) return manager
    const message = `Campaign ${input.campaign_id} has no batch ${input.batch_id}.`
    throw new MedusaError(MedusaError.Types.NOT_FOUND, message)
  }
}
