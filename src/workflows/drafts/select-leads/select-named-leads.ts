import { MedusaError } from "@medusajs/framework/utils"
import type { AssignedLead, CampaignSource } from "../../../ports"
import { mayBeWrittenTo, type Selection } from "./eligible-leads"
import { ALL_WITHDRAWN, type LeadChoice } from "./lead-choice"

type Step = Omit<Selection, "n_leads">

/**
 * The leads that were named, in lead order. One that holds an approved e-mail is drafted for too, since
 * somebody asked for it by name; its approval stays until another takes its place. One that has
 * withdrawn its consent is passed over: nobody can ask for what it forbade.
 *
 * @throws MedusaError as `readNamedLeads` does
 */
export async function selectNamedLeads(
  source: CampaignSource,
  step: Step,
  lead_ids: string[]
): Promise<LeadChoice> {
  const named = await readNamedLeads(source, step, lead_ids)
  const leads = named.filter(mayBeWrittenTo)
  const withdrawn = named.filter((lead) => !mayBeWrittenTo(lead))
  return {
    leads,
    withdrawn: { count: withdrawn.length, first: withdrawn[0] ?? null },
    nobody:
      leads.length > 0
        ? null
        : new MedusaError(
            MedusaError.Types.NOT_ALLOWED,
            `The leads of campaign ${step.campaign_id} that were named have withdrawn their consent ` +
              `to e-mails (${named.length}, field campaign_lead_ids).`,
            ALL_WITHDRAWN
          ),
  }
}

/**
 * Exactly the leads that were named, in lead order, whatever they allow.
 *
 * @throws MedusaError NOT_FOUND for one that is not of the campaign, NOT_ALLOWED for one whose variant
 *   of the step is a template
 */
export async function readNamedLeads(
  source: CampaignSource,
  { campaign_id, step_index }: Step,
  lead_ids: string[]
): Promise<AssignedLead[]> {
  const leads = await source.listStepLeadsById({ campaign_id, step_index, lead_ids })
  const found = new Set(leads.map(({ lead }) => lead.id))
  const missing = lead_ids.filter((id) => !found.has(id))
  if (missing.length === 0) return leads

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
      "nothing to draft for it (field campaign_lead_ids).",
    "no_variant"
  )
}
