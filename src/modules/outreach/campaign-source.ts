import type { EntityManager } from "typeorm"
import { In } from "../../persistence/orm"
import { withoutParameters } from "../../persistence/database-error"
import {
  fingerprint,
  type AssignedLead,
  type CampaignSnapshot,
  type ListStepLeadsByIdInput,
  type ListStepLeadsInput,
  type StepLeadsPage,
  type StepSnapshot,
} from "../../ports"
import { Campaign } from "./entities/campaign"
import { CampaignLead } from "./entities/campaign-lead"
import { listAttributePaths } from "./sql/list-attribute-paths"
import { listStepLeads, listStepLeadsById, toAssignedLead } from "./sql/list-step-leads"
import { retrieveStep } from "./sql/retrieve-step"

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
    const step = await retrieveStep(manager, { campaign_id, step_index })
    if (!step) return null
    const { delay_days, channel, sender } = step
    const variants = step.variants.map(({ label, type, sender }) => ({ label, type, sender }))
    const withPrompts = step.variants.map(({ label, type, sender, prompt }) => ({
      label,
      type,
      sender,
      ...(prompt && { prompt }),
    }))
    const templates = step.variants.map(({ template }) => template)
    return {
      step_index,
      delay_days,
      channel,
      sender,
      variants: withPrompts,
      // Without prompts: a draft stays what it is when somebody tries another.
      fingerprint: fingerprint({ step_index, delay_days, channel, sender, variants, templates }),
    }
  })
}

export async function readStepLeads(
  manager: EntityManager,
  { campaign_id, step_index, after, limit }: ListStepLeadsInput
): Promise<StepLeadsPage> {
  return withoutParameters("read step leads", async () => {
    // One more than asked for tells whether there is a next page.
    const rows = await listStepLeads(manager, {
      campaign_id,
      step_index,
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
    const rows = await listStepLeadsById(manager, { campaign_id, step_index, lead_ids })
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

export async function readAttributePaths(
  manager: EntityManager,
  campaign_id: string,
  limit: number
): Promise<string[][] | null> {
  // One more than asked for tells whether these are all.
  const paths = await withoutParameters("read attribute names", () =>
    listAttributePaths(manager, { campaign_id, limit: limit + 1 })
  )
  return paths.length > limit ? null : paths
}
