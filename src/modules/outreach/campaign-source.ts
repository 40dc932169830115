import { In, type EntityManager } from "typeorm"
import { withoutParameters } from "../../persistence/database-error"
import {
  fingerprint,
  type AssignedLead,
  type CampaignSnapshot,
  type ListStepLeadsByIdInput,
  type ListStepLeadsInput,
  type SenderSnapshot,
  type StepLeadsPage,
  type StepSnapshot,
} from "../../ports"
import { Campaign } from "./entities/campaign"
import { CampaignLead } from "./entities/campaign-lead"
import { SenderProfile } from "./entities/sender-profile"
import { listStepLeads, listStepLeadsById, toAssignedLead } from "./sql/list-step-leads"
import { listSteps } from "./sql/list-steps"
import type { CampaignStepDTO } from "./types/dtos"

/** Before every lead's position, which start at 1. */
const START = "0"

export async function readCampaignSnapshot(
  manager: EntityManager,
  id: string
): Promise<CampaignSnapshot | null> {
  return withoutParameters("read campaign", () =>
    manager.findOne(Campaign, {
      select: { id: true, name: true, description: true, system_prompt: true },
      where: { id },
    })
  )
}

/** The step's sender is the campaign's, else the default one; a variant's only if it names one. */
export async function readStepSnapshot(
  manager: EntityManager,
  campaign_id: string,
  step_index: number
): Promise<StepSnapshot | null> {
  return withoutParameters("read step", async () => {
    const step = await findStep(manager, campaign_id, step_index)
    if (!step) return null
    const campaign = await manager.findOneByOrFail(Campaign, { id: campaign_id })
    const sender = await findSender(manager, campaign.sender_profile_id)
    const ofVariants = await findSenders(
      manager,
      step.variants.flatMap((variant) => variant.sender_profile_id ?? [])
    )
    const { delay_days, channel } = step
    const variants = step.variants.map(({ label, type, sender_profile_id }) => ({
      label,
      type,
      sender: (sender_profile_id && ofVariants.get(sender_profile_id)) || null,
    }))
    const templates = step.variants.map(({ template }) => template)
    return {
      step_index,
      delay_days,
      channel,
      sender,
      variants,
      fingerprint: fingerprint({ step_index, delay_days, channel, sender, variants, templates }),
    }
  })
}

export async function readStepLeads(
  manager: EntityManager,
  { campaign_id, step_index, after, limit }: ListStepLeadsInput
): Promise<StepLeadsPage> {
  return withoutParameters("read step leads", async () => {
    const labels = await personalizationLabels(manager, campaign_id, step_index)
    // One more than asked for tells whether there is a next page.
    const rows = await listStepLeads(manager, {
      campaign_id,
      step_index,
      labels,
      after: after ?? START,
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    const next = rows.length > limit ? (page.at(-1)?.position ?? null) : null
    return { leads: page.map(toAssignedLead), next }
  })
}

export async function readStepLeadsById(
  manager: EntityManager,
  { campaign_id, step_index, lead_ids }: ListStepLeadsByIdInput
): Promise<AssignedLead[]> {
  return withoutParameters("read named leads", async () => {
    const labels = await personalizationLabels(manager, campaign_id, step_index)
    const rows = await listStepLeadsById(manager, { campaign_id, step_index, labels, lead_ids })
    return rows.map(toAssignedLead)
  })
}

export async function readCampaignLeadIds(
  manager: EntityManager,
  campaign_id: string,
  lead_ids: string[]
): Promise<string[]> {
  const leads = await withoutParameters("read lead ids", () =>
    manager.find(CampaignLead, { select: { id: true }, where: { campaign_id, id: In(lead_ids) } })
  )
  return leads.map(({ id }) => id)
}

async function findStep(
  manager: EntityManager,
  campaign_id: string,
  step_index: number
): Promise<CampaignStepDTO | undefined> {
  const [row] = await listSteps(manager, [campaign_id])
  return row?.steps.find((step) => step.step_index === step_index)
}

async function personalizationLabels(
  manager: EntityManager,
  campaign_id: string,
  step_index: number
): Promise<string[]> {
  const step = await findStep(manager, campaign_id, step_index)
  const variants = step?.variants ?? []
  return variants.filter(({ type }) => type === "PERSONALIZATION").map(({ label }) => label)
}

async function findSender(
  manager: EntityManager,
  id: string | null
): Promise<SenderSnapshot | null> {
  const profile = await manager.findOneBy(SenderProfile, id ? { id } : { is_default: true })
  return profile && toSender(profile)
}

async function findSenders(
  manager: EntityManager,
  ids: string[]
): Promise<Map<string, SenderSnapshot>> {
  const profiles = ids.length > 0 ? await manager.findBy(SenderProfile, { id: In(ids) }) : []
  return new Map(profiles.map((profile) => [profile.id, toSender(profile)]))
}

function toSender({ id, profile_name, custom_prompt, sender_data }: SenderProfile): SenderSnapshot {
  return { id, profile_name, custom_prompt, data: sender_data }
}
