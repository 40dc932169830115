import { MedusaError } from "@medusajs/framework/utils"
import type { PlaygroundModuleService } from "../../modules/playground"
import type { AssignedLead, CampaignSource, StepLeadsPage } from "../../ports"
import type { GenerateDraftsInput } from "./generate-drafts-input"

type Selection = Pick<GenerateDraftsInput, "campaign_id" | "step_index" | "n_leads">

/** How many leads are looked at in one go once the first were not enough. */
const PAGE_SIZE = 1_000

type Approvals = Pick<PlaygroundModuleService, "listApprovedLeadIds">

/**
 * The first `n_leads` of the step in lead order that have not withdrawn their consent and hold no
 * approved e-mail for it; fewer when there are fewer. The source knows nothing of approvals, so it is asked page by page.
 *
 * @throws MedusaError NOT_ALLOWED when there is none
 */
export async function selectFirstLeads(
  source: CampaignSource,
  { campaign_id, step_index, n_leads }: Selection,
  approvals: Approvals
): Promise<AssignedLead[]> {
  const selected: AssignedLead[] = []
  let approved = 0
  let withdrawn = 0
  let after: string | null = null
  let limit = n_leads
  do {
    const page: StepLeadsPage = await source.listStepLeads({
      campaign_id,
      step_index,
      after,
      limit,
    })
    const willing = page.leads.filter(mayBeWrittenTo)
    const lead_ids = willing.map(({ lead }) => lead.id)
    const held = new Set(await approvals.listApprovedLeadIds(step_index, lead_ids))
    selected.push(...willing.filter(({ lead }) => !held.has(lead.id)))
    withdrawn += page.leads.length - willing.length
    approved += held.size
    after = page.next
    limit = PAGE_SIZE
  } while (after !== null && selected.length < n_leads)
  if (selected.length > 0) return selected.slice(0, n_leads)
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Campaign ${campaign_id} has no lead to draft for in step ${step_index}: ` +
      whyNone(approved, withdrawn)
  )
}

function whyNone(approved: number, withdrawn: number): string {
  const way = "Unapprove some, or name them in campaign_lead_ids."
  if (approved > 0 && withdrawn > 0) {
    return `${approved} hold an approved e-mail, ${withdrawn} have withdrawn their consent. ${way}`
  }
  if (approved > 0) return `all ${approved} hold an approved e-mail. ${way}`
  if (withdrawn > 0) return `all ${withdrawn} have withdrawn their consent to e-mails.`
  return "none is assigned to a PERSONALIZATION variant. Add leads, or give the step such a variant."
}

/** False for a lead that said no. */
export const mayBeWrittenTo = ({ email_consent }: AssignedLead) => email_consent !== "withdrawn"

/**
 * Exactly the leads that were named, in lead order. One that holds an approved e-mail is drafted for
 * too, since somebody asked for it by name; its approval stays until another takes its place. One that
 * has withdrawn its consent is passed over: nobody can ask for what it forbade.
 *
 * @throws MedusaError NOT_FOUND for one that is not of the campaign, NOT_ALLOWED for one whose
 *   variant of the step is a template, or when all have withdrawn their consent
 */
export async function selectNamedLeads(
  source: CampaignSource,
  { campaign_id, step_index }: Selection,
  lead_ids: string[]
): Promise<AssignedLead[]> {
  const leads = await source.listStepLeadsById({ campaign_id, step_index, lead_ids })
  const found = new Set(leads.map(({ lead }) => lead.id))
  const missing = lead_ids.filter((id) => !found.has(id))
  if (missing.length === 0) {
    const willing = leads.filter(mayBeWrittenTo)
    if (willing.length > 0) return willing
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The leads of campaign ${campaign_id} that were named have withdrawn their consent to e-mails ` +
        `(${leads.length}, field campaign_lead_ids).`
    )
  }

  const known = new Set(await source.listCampaignLeadIds(campaign_id, missing))
  const unknown = missing.find((id) => !known.has(id))
  if (unknown) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Campaign ${campaign_id} has no lead ${unknown} (field campaign_lead_ids).`
    )
  }
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Lead ${missing[0]} is not assigned to a PERSONALIZATION variant of step ${step_index}: there is ` +
      "nothing to draft for it (field campaign_lead_ids)."
  )
}
