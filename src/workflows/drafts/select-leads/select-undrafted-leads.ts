import type { DraftFrontier, PlaygroundModuleService } from "../../../modules/playground"
import type { AssignedLead, CampaignSource, StepSnapshot } from "../../../ports"
import { EligibleLeads, PAGE_SIZE, type Selection } from "./eligible-leads"
import type { LeadChoice } from "./lead-choice"

type Ledger = Pick<PlaygroundModuleService, "listApprovedLeadIds" | "draftedLeads">

/** Most leads that are kept as passed over; beyond them the campaign is read through again. */
const MAX_PASSED_OVER = 1_000
/** Most leads that a source is asked for by their ids. */
const MAX_NAMED = 200

/**
 * The first `n_leads` of the step in lead order that have no draft of it in any batch, have not
 * withdrawn their consent and hold no approved e-mail; fewer when there are fewer.
 *
 * Most campaigns are drafted from the front. How far is remembered (`DraftedLeads`), with those that
 * were passed over on the way, so that the next call does not read through them again.
 */
export async function selectUndraftedLeads(
  source: CampaignSource,
  selection: Selection,
  ledger: Ledger,
  step: Promise<Pick<StepSnapshot, "fingerprint">>
): Promise<LeadChoice> {
  const { campaign_id, step_index, n_leads } = selection
  const eligible = new EligibleLeads(selection, ledger)
  const [{ fingerprint }, stored] = await Promise.all([
    step,
    ledger.draftedLeads.retrieveFrontier(selection),
  ])
  const frontier = stored?.step_fingerprint === fingerprint ? stored : null
  eligible.countDrafted(frontier?.drafted_count ?? 0)
  const passedOver: string[] = []

  const look = async (leads: readonly AssignedLead[]) => {
    const lead_ids = leads.map(({ lead }) => lead.id)
    const standings = await ledger.draftedLeads.listStandings(selection, lead_ids)
    const idsWhere = (is: "is_drafted" | "is_approved") =>
      standings.filter((lead) => lead[is]).map((lead) => lead.campaign_lead_id)
    const drafted = new Set(idsWhere("is_drafted"))
    eligible.countDrafted(drafted.size)
    const undrafted = leads.filter(({ lead }) => !drafted.has(lead.id))
    passedOver.push(...undrafted.map(({ lead }) => lead.id))
    await eligible.take(undrafted, idsWhere("is_approved"))
  }

  const named = frontier?.passed_over ?? []
  for (let place = 0; place < named.length; place += MAX_NAMED) {
    const lead_ids = named.slice(place, place + MAX_NAMED)
    await look(await source.listStepLeadsById({ campaign_id, step_index, lead_ids }))
  }
  let reached: DraftFrontier | null = frontier && {
    after: frontier.after,
    passed_over: [...passedOver],
  }
  let after = frontier?.after ?? null
  for (let limit = n_leads; !eligible.isFull; limit = Math.min(limit * 2, PAGE_SIZE)) {
    const page = await source.listStepLeads({ campaign_id, step_index, after, limit })
    await look(page.leads)
    after = page.next
    if (after === null) break
    if (passedOver.length <= MAX_PASSED_OVER) reached = { after, passed_over: [...passedOver] }
  }
  if (reached && reached.after !== frontier?.after) {
    const key = { campaign_id, step_index, step_fingerprint: fingerprint }
    ledger.draftedLeads.noteFrontier(key, reached)
  }
  return eligible.toChoice()
}
