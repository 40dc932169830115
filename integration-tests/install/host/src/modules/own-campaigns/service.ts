import {
  fingerprint,
  type AssignedLead,
  type CampaignSource,
  type ListStepLeadsByIdInput,
  type ListStepLeadsInput,
} from "medusa-plugin-playground/ports"

const CAMPAIGN = {
  id: "11111111-1111-4111-8111-111111111111",
  name: "Ours",
  description: null,
  system_prompt: "Hello {{ lead.first_name }}",
}

const STEP = {
  step_index: 1,
  delay_days: 0,
  channel: "email",
  sender: null,
  variants: [{ label: "A", type: "PERSONALIZATION" as const, sender: null }],
}

const LEADS: AssignedLead[] = ["Ada", "Grace", "Katherine"].map((first_name, place) => ({
  variant_label: "A",
  lead: {
    id: `22222222-2222-4222-8222-22222222222${place}`,
    email: `${first_name.toLowerCase()}@example.com`,
    first_name,
    last_name: null,
    company: null,
    title: null,
    attributes: {},
  },
}))

/** Campaigns that a host keeps by itself: one, and three leads. */
export default class OwnCampaignsService implements CampaignSource {
  async retrieveCampaignSnapshot(campaign_id: string) {
    return campaign_id === CAMPAIGN.id ? CAMPAIGN : null
  }

  async retrieveStepSnapshot(campaign_id: string, step_index: number) {
    if (campaign_id !== CAMPAIGN.id || step_index !== STEP.step_index) return null
    return { ...STEP, fingerprint: fingerprint(STEP) }
  }

  async listStepLeads({ campaign_id, step_index, after, limit }: ListStepLeadsInput) {
    const from = Number(after ?? 0)
    const isOurs = campaign_id === CAMPAIGN.id && step_index === STEP.step_index
    const leads = isOurs ? LEADS.slice(from, from + limit) : []
    return { leads, next: from + limit < LEADS.length ? String(from + limit) : null }
  }

  async listStepLeadsById({ campaign_id, step_index, lead_ids }: ListStepLeadsByIdInput) {
    const page = { campaign_id, step_index, after: null, limit: LEADS.length }
    const { leads } = await this.listStepLeads(page)
    return leads.filter(({ lead }) => lead_ids.includes(lead.id))
  }

  async listCampaignLeadIds(campaign_id: string, lead_ids: string[]) {
    const ids = campaign_id === CAMPAIGN.id ? LEADS.map(({ lead }) => lead.id) : []
    return ids.filter((id) => lead_ids.includes(id))
  }
}
