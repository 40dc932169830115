import { MedusaError } from "@medusajs/framework/utils"
import type { PlaygroundModuleService } from "../../../modules/playground"
import type { AssignedLead } from "../../../ports"
import type { GenerateDraftsInput } from "../generate-drafts-input"

export type Selection = Pick<GenerateDraftsInput, "campaign_id" | "step_index" | "n_leads">
export type Approvals = Pick<PlaygroundModuleService, "listApprovedLeadIds">

/** How many leads are looked at in one go once the first were not enough. */
export const PAGE_SIZE = 1_000

/** False for a lead that said no. */
export const mayBeWrittenTo = ({ email_consent }: AssignedLead) => email_consent !== "withdrawn"

/** Tells who may be drafted for unasked, and remembers why the others may not. */
export class EligibleLeads {
  private approved_ = 0
  private withdrawn_ = 0
  private drafted_ = 0

  constructor(
    private readonly selection_: Pick<Selection, "campaign_id" | "step_index">,
    private readonly approvals_: Approvals
  ) {}

  /** Those of these leads that have not withdrawn their consent and hold no approved e-mail. */
  async of(leads: readonly AssignedLead[]): Promise<AssignedLead[]> {
    const willing = leads.filter(mayBeWrittenTo)
    const lead_ids = willing.map(({ lead }) => lead.id)
    const { step_index } = this.selection_
    const held = new Set(
      lead_ids.length > 0 ? await this.approvals_.listApprovedLeadIds(step_index, lead_ids) : []
    )
    this.withdrawn_ += leads.length - willing.length
    this.approved_ += held.size
    return willing.filter(({ lead }) => !held.has(lead.id))
  }

  /** Leads that were passed over because they have a draft. */
  countDrafted(count: number): void {
    this.drafted_ += count
  }

  /** @throws MedusaError NOT_ALLOWED when nobody was chosen */
  assertSome(chosen: readonly AssignedLead[]): void {
    if (chosen.length > 0) return
    const { campaign_id, step_index } = this.selection_
    const { code, why } = this.whyNone_()
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Campaign ${campaign_id} has no lead to draft for in step ${step_index}: ${why}`,
      code
    )
  }

  private whyNone_(): { code: string; why: string } {
    const way = "Unapprove some, or name them in campaign_lead_ids."
    const [approved, withdrawn] = [this.approved_, this.withdrawn_]
    if (this.drafted_ > 0) {
      return {
        code: "all_drafted",
        why: "all others have a draft. Choose lead_selection first, or name them in campaign_lead_ids.",
      }
    }
    if (approved > 0 && withdrawn > 0) {
      return {
        code: "all_approved",
        why: `${approved} hold an approved e-mail, ${withdrawn} have withdrawn their consent. ${way}`,
      }
    }
    if (approved > 0) {
      return { code: "all_approved", why: `all ${approved} hold an approved e-mail. ${way}` }
    }
    if (withdrawn > 0) {
      return {
        code: "all_withdrawn",
        why: `all ${withdrawn} have withdrawn their consent to e-mails.`,
      }
    }
    return {
      code: "no_lead",
      why: "none is assigned to a PERSONALIZATION variant. Add leads, or give the step such a variant.",
    }
  }
}
