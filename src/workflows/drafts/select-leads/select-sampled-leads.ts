import { createHash } from "node:crypto"
import type { AssignedLead, CampaignSource, SampledLeadIdsPage } from "../../../ports"
import { EligibleLeads, PAGE_SIZE, type Approvals, type Selection } from "./eligible-leads"
import type { LeadChoice } from "./lead-choice"

/** Most leads that a source is asked for by their ids. */
const MAX_NAMED = 200

/**
 * `n_leads` of the step that are spread over the whole campaign, have not withdrawn their consent and
 * hold no approved e-mail, in lead order; fewer when there are fewer. The same campaign, step and seed
 * give the same leads; one that is approved meanwhile makes room for one more.
 */
export async function selectSampledLeads(
  source: CampaignSource,
  selection: Selection,
  approvals: Approvals,
  seed: number
): Promise<LeadChoice> {
  const eligible = new EligibleLeads(selection, approvals)
  return source.sampleLeadIds
    ? sampleByTheSource(source, selection, eligible, seed)
    : sampleByHash(source, selection, eligible, seed)
}

async function sampleByTheSource(
  source: CampaignSource,
  { campaign_id, step_index, n_leads }: Selection,
  eligible: EligibleLeads,
  seed: number
): Promise<LeadChoice> {
  const step = { campaign_id, step_index }
  let after: string | null = null
  do {
    const page: SampledLeadIdsPage | undefined = await source.sampleLeadIds?.({
      ...step,
      seed,
      after,
      limit: Math.min(n_leads, MAX_NAMED),
    })
    if (!page || page.lead_ids.length === 0) break
    const leads = await source.listStepLeadsById({ ...step, lead_ids: page.lead_ids })
    const place = new Map(page.lead_ids.map((id, index) => [id, index]))
    const bySample = (one: AssignedLead, other: AssignedLead) =>
      (place.get(one.lead.id) ?? 0) - (place.get(other.lead.id) ?? 0)
    await eligible.take([...leads].sort(bySample))
    const isAllOfFirst = after === null && eligible.isFull && leads.length === n_leads
    // They are in lead order already.
    if (isAllOfFirst) return eligible.toChoice(leads)
    after = page.next
  } while (after !== null && !eligible.isFull)
  const lead_ids = eligible.chosen.map(({ lead }) => lead.id)
  return eligible.toChoice(
    lead_ids.length > 0 ? await source.listStepLeadsById({ ...step, lead_ids }) : []
  )
}

/** For a source that samples nothing: all leads are read, and those of the smallest hashes chosen. */
async function sampleByHash(
  source: CampaignSource,
  { campaign_id, step_index, n_leads }: Selection,
  eligible: EligibleLeads,
  seed: number
): Promise<LeadChoice> {
  const rankOf = ({ lead }: AssignedLead) =>
    createHash("sha256").update(`${campaign_id}:${step_index}:${seed}:${lead.id}`).digest("hex")
  let chosen: { lead: AssignedLead; rank: string; place: number }[] = []
  let withdrawn: string[] = []
  let firstWithdrawn: { lead: AssignedLead; rank: string } | null = null
  let after: string | null = null
  let place = 0
  do {
    const limit = PAGE_SIZE
    const page = await source.listStepLeads({ campaign_id, step_index, after, limit })
    const looked = await eligible.lookAt(page.leads)
    const more = looked.eligible.map((lead) => ({ lead, rank: rankOf(lead), place: place++ }))
    chosen = [...chosen, ...more].sort((one, other) => (one.rank < other.rank ? -1 : 1))
    chosen = chosen.slice(0, n_leads)
    for (const lead of looked.withdrawn) {
      const rank = rankOf(lead)
      withdrawn.push(rank)
      if (!firstWithdrawn || rank < firstWithdrawn.rank) firstWithdrawn = { lead, rank }
    }
    const last = chosen.length === n_leads ? chosen.at(-1)?.rank : undefined
    if (last !== undefined) withdrawn = withdrawn.filter((rank) => rank < last)
    after = page.next
  } while (after !== null)
  if (withdrawn.length > 0) eligible.countWithdrawn(withdrawn.length, firstWithdrawn?.lead ?? null)
  chosen.sort((one, other) => one.place - other.place)
  return eligible.toChoice(chosen.map(({ lead }) => lead))
}
