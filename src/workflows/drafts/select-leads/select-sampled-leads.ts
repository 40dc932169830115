import { createHash } from "node:crypto"
import type { AssignedLead, CampaignSource, SampledLeadIdsPage } from "../../../ports"
import { EligibleLeads, PAGE_SIZE, type Approvals, type Selection } from "./eligible-leads"

/** Most leads that a source is asked for by their ids. */
const MAX_NAMED = 200

/**
 * `n_leads` of the step that are spread over the whole campaign, have not withdrawn their consent and
 * hold no approved e-mail, in lead order; fewer when there are fewer. The same campaign, step and seed
 * give the same leads; one that is approved meanwhile makes room for one more.
 *
 * @throws MedusaError NOT_ALLOWED when there is none
 */
export async function selectSampledLeads(
  source: CampaignSource,
  selection: Selection,
  approvals: Approvals,
  seed: number
): Promise<AssignedLead[]> {
  const eligible = new EligibleLeads(selection, approvals)
  const selected = source.sampleLeadIds
    ? await sampleByTheSource(source, selection, eligible, seed)
    : await sampleByHash(source, selection, eligible, seed)
  eligible.assertSome(selected)
  return selected
}

async function sampleByTheSource(
  source: CampaignSource,
  { campaign_id, step_index, n_leads }: Selection,
  eligible: EligibleLeads,
  seed: number
): Promise<AssignedLead[]> {
  const selected: AssignedLead[] = []
  const step = { campaign_id, step_index }
  let after: string | null = null
  for (;;) {
    const page: SampledLeadIdsPage | undefined = await source.sampleLeadIds?.({
      ...step,
      seed,
      after,
      limit: Math.min(n_leads, MAX_NAMED),
    })
    if (!page || page.lead_ids.length === 0) break
    const leads = await source.listStepLeadsById({ ...step, lead_ids: page.lead_ids })
    const place = new Map(page.lead_ids.map((id, index) => [id, index]))
    const inOrder = await eligible.of(leads)
    if (selected.length === 0 && inOrder.length === n_leads) return inOrder
    const bySample = (one: AssignedLead, other: AssignedLead) =>
      (place.get(one.lead.id) ?? 0) - (place.get(other.lead.id) ?? 0)
    selected.push(...inOrder.sort(bySample))
    after = page.next
    if (after === null || selected.length >= n_leads) break
  }
  const lead_ids = selected.slice(0, n_leads).map(({ lead }) => lead.id)
  if (lead_ids.length === 0) return []
  return source.listStepLeadsById({ ...step, lead_ids })
}

/** For a source that samples nothing: all leads are read, and those of the smallest hashes chosen. */
async function sampleByHash(
  source: CampaignSource,
  { campaign_id, step_index, n_leads }: Selection,
  eligible: EligibleLeads,
  seed: number
): Promise<AssignedLead[]> {
  const rankOf = ({ lead }: AssignedLead) =>
    createHash("sha256").update(`${campaign_id}:${step_index}:${seed}:${lead.id}`).digest("hex")
  let chosen: { lead: AssignedLead; rank: string; place: number }[] = []
  let after: string | null = null
  let place = 0
  do {
    const limit = PAGE_SIZE
    const page = await source.listStepLeads({ campaign_id, step_index, after, limit })
    const more = (await eligible.of(page.leads)).map((lead) => ({
      lead,
      rank: rankOf(lead),
      place: place++,
    }))
    chosen = [...chosen, ...more].sort((one, other) => (one.rank < other.rank ? -1 : 1))
    chosen = chosen.slice(0, n_leads)
    after = page.next
  } while (after !== null)
  return chosen.sort((one, other) => one.place - other.place).map(({ lead }) => lead)
}
