import type { PlaygroundModuleService } from "../../../modules/playground"
import type { AssignedLead } from "../../../ports"
import type { GenerateDraftsInput } from "../generate-drafts-input"
import { whyNobody, type LeadChoice } from "./lead-choice"

export type Selection = Pick<GenerateDraftsInput, "campaign_id" | "step_index" | "n_leads">
export type Approvals = Pick<PlaygroundModuleService, "listApprovedLeadIds">

/** How many leads are looked at in one go once the first were not enough. */
export const PAGE_SIZE = 1_000

/** False for a lead that said no. */
export const mayBeWrittenTo = ({ email_consent }: AssignedLead) => email_consent !== "withdrawn"

/** Takes those who may be drafted for unasked, and remembers why the others may not. */
export class EligibleLeads {
  /** In the order in which they were looked at, at most `n_leads`. */
  readonly chosen: AssignedLead[] = []
  private approved_ = 0
  private drafted_ = 0
  private withdrawn_ = 0
  private firstWithdrawn_: AssignedLead | null = null

  constructor(
    private readonly selection_: Selection,
    private readonly approvals_: Approvals
  ) {}

  get isFull(): boolean {
    return this.chosen.length >= this.selection_.n_leads
  }

  /**
   * Takes, of the leads that come next in the order of the choice, those that have not withdrawn their
   * consent and hold no approved e-mail, until there are enough. Nobody after the last one taken counts
   * as withdrawn.
   *
   * @param approved_ids who holds an approved e-mail, where that is known already
   */
  async take(leads: readonly AssignedLead[], approved_ids?: readonly string[]): Promise<void> {
    const { eligible } = await this.lookAt(leads, approved_ids)
    const willing = new Set(eligible)
    for (const lead of leads) {
      if (this.isFull) return
      if (willing.has(lead)) this.chosen.push(lead)
      else if (!mayBeWrittenTo(lead)) this.countWithdrawn(1, lead)
    }
  }

  /** Tells them apart without taking any. */
  async lookAt(
    leads: readonly AssignedLead[],
    approved_ids?: readonly string[]
  ): Promise<{ eligible: AssignedLead[]; withdrawn: AssignedLead[] }> {
    const willing = leads.filter(mayBeWrittenTo)
    const approved = new Set(approved_ids ?? (await this.listApproved_(willing)))
    const eligible = willing.filter(({ lead }) => !approved.has(lead.id))
    this.approved_ += willing.length - eligible.length
    return {
      eligible,
      withdrawn: leads.filter((lead) => !mayBeWrittenTo(lead)),
    }
  }

  /** @param first the first of them */
  countWithdrawn(count: number, first: AssignedLead | null): void {
    this.withdrawn_ += count
    this.firstWithdrawn_ ??= first
  }

  /** Leads that were passed over because they have a draft. */
  countDrafted(count: number): void {
    this.drafted_ += count
  }

  /** @param leads those that were chosen, in lead order */
  toChoice(leads: readonly AssignedLead[] = this.chosen): LeadChoice {
    const passedOver = {
      approved: this.approved_,
      drafted: this.drafted_,
      withdrawn: this.withdrawn_,
    }
    return {
      leads: [...leads],
      withdrawn: { count: this.withdrawn_, first: this.firstWithdrawn_ },
      nobody: leads.length > 0 ? null : whyNobody(this.selection_, passedOver),
    }
  }

  private async listApproved_(leads: readonly AssignedLead[]): Promise<ReadonlySet<string>> {
    if (leads.length === 0) return new Set()
    const lead_ids = leads.map(({ lead }) => lead.id)
    return new Set(await this.approvals_.listApprovedLeadIds(this.selection_.step_index, lead_ids))
  }
}
