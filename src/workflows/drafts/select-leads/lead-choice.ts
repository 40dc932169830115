import { MedusaError } from "@medusajs/framework/utils"
import type { AssignedLead } from "../../../ports"

/** Code of the error where nobody is left but leads that withdrew their consent. */
export const ALL_WITHDRAWN = "all_withdrawn"

/** Whom a batch is for, and who was left out on the way. */
export interface LeadChoice {
  /** In lead order; empty when nobody may be drafted for. */
  leads: AssignedLead[]
  withdrawn: Withdrawn
  /** Why `leads` is empty; null when it is not. */
  nobody: MedusaError | null
}

/** Leads that the choice would have taken, had they not withdrawn their consent to e-mails. */
export interface Withdrawn {
  count: number
  /** The first of them; null when there is none. */
  first: AssignedLead | null
}

/** How many leads were looked at and not taken, by the reason. */
export interface PassedOver {
  approved: number
  drafted: number
  withdrawn: number
}

/** @throws MedusaError NOT_ALLOWED when nobody was chosen */
export function someLeads({ leads, nobody }: LeadChoice): AssignedLead[] {
  if (nobody) throw nobody
  return leads
}

/** Why a choice took nobody: NOT_ALLOWED. */
export function whyNobody(
  { campaign_id, step_index }: { campaign_id: string; step_index: number },
  passedOver: PassedOver
): MedusaError {
  const { code, why } = toReason(passedOver)
  return new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Campaign ${campaign_id} has no lead to draft for in step ${step_index}: ${why}`,
    code
  )
}

function toReason({ approved, drafted, withdrawn }: PassedOver): { code: string; why: string } {
  const way = "Unapprove some, or name them in campaign_lead_ids."
  if (drafted > 0) {
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
      code: ALL_WITHDRAWN,
      why: `all ${withdrawn} have withdrawn their consent to e-mails.`,
    }
  }
  return {
    code: "no_lead",
    why: "none is assigned to a PERSONALIZATION variant. Add leads, or give the step such a variant.",
  }
}
