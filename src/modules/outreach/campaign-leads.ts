import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { In } from "../../persistence/orm"
import { DatabaseError, SQLSTATE, withoutParameters } from "../../persistence/database-error"
import { Campaign } from "./entities/campaign"
import { CampaignLead } from "./entities/campaign-lead"
import { toWhere, type LeadSearch } from "./lead-search"
import { notFound } from "./not-found"
import { insertLeads } from "./sql/insert-leads"
import { mergeLeads } from "./sql/merge-leads"
import { changesNothing, updateRow } from "./sql/write-row"
import type {
  CampaignLeadDTO,
  CampaignLeadInput,
  ExaminedLeadsDTO,
  SyncedLeadsDTO,
} from "./types/dtos"

interface LeadKey {
  campaign_id: string
  id: string
}

/**
 * The campaign's row is locked first: a changed step waits until these leads have their variants, or
 * they wait for it; and of two imports into one campaign the second adds its leads behind the first's,
 * so that new leads come last and no two of them deadlock over each other's addresses.
 *
 * @returns the ids of those that were added; the others' addresses were there already
 * @throws MedusaError NOT_FOUND for an unknown campaign
 */
export async function addLeads(
  manager: EntityManager,
  campaign_id: string,
  leads: readonly CampaignLeadInput[]
): Promise<string[]> {
  if (leads.length === 0) return []
  return withoutParameters("add leads", () =>
    manager.transaction(async (transaction) => {
      await lockCampaign(transaction, campaign_id)
      const added = await insertLeads(transaction, { campaign_id, leads })
      return added.map(({ id }) => id)
    })
  )
}

/**
 * Adds the leads that the campaign lacks and brings the others up to date, under the same lock as
 * `addLeads`: of two imports of one list the second finds everybody there.
 *
 * @throws MedusaError NOT_FOUND for an unknown campaign
 */
export async function syncLeads(
  manager: EntityManager,
  campaign_id: string,
  given: readonly CampaignLeadInput[]
): Promise<SyncedLeadsDTO> {
  if (given.length === 0) return { created: [], updated: [] }
  return withoutParameters("sync leads", () =>
    manager.transaction(async (transaction) => {
      await lockCampaign(transaction, campaign_id)
      const known = await mergeLeads(transaction, { campaign_id, leads: given, isDryRun: false })
      const places = new Set(known.map(({ place }) => place))
      const leads = given.filter((_, place) => !places.has(place))
      const added = leads.length > 0 ? await insertLeads(transaction, { campaign_id, leads }) : []
      return {
        created: added.map(({ id }) => id),
        updated: known.filter(({ is_changed }) => is_changed).map(({ id }) => id),
      }
    })
  )
}

/**
 * What `syncLeads` would come to, without a lock and without writing. What `addLeads` would: hand over
 * addresses alone, and take who is known as passed over.
 */
export async function examineLeads(
  manager: EntityManager,
  campaign_id: string,
  leads: readonly CampaignLeadInput[]
): Promise<ExaminedLeadsDTO> {
  if (leads.length === 0) return { created: 0, updated: 0, unchanged: 0 }
  const known = await withoutParameters("examine leads", () =>
    mergeLeads(manager, { campaign_id, leads, isDryRun: true })
  )
  const updated = known.filter(({ is_changed }) => is_changed).length
  return { created: leads.length - known.length, updated, unchanged: known.length - updated }
}

async function lockCampaign(transaction: EntityManager, id: string): Promise<void> {
  const campaign = await transaction.findOne(Campaign, {
    select: { id: true },
    where: { id },
    lock: { mode: "for_no_key_update" },
  })
  if (!campaign) throw notFound("campaign", id)
}

export async function retrieveLead(manager: EntityManager, key: LeadKey): Promise<CampaignLeadDTO> {
  const lead = await withoutParameters("read lead", () =>
    manager.findOneBy(CampaignLead, { ...key })
  )
  if (lead) return toLead(lead)
  throw notFound("lead", key.id)
}

/** In lead order. */
export async function listLeads(
  manager: EntityManager,
  campaign_id: string,
  { offset, limit, ...search }: LeadSearch
): Promise<[CampaignLeadDTO[], number]> {
  const [rows, count] = await withoutParameters("list leads", () =>
    manager.findAndCount(CampaignLead, {
      where: toWhere(campaign_id, search),
      order: { position: "ASC" },
      skip: offset,
      take: limit,
    })
  )
  return [rows.map(toLead), count]
}

export async function updateLead(
  manager: EntityManager,
  key: LeadKey,
  input: Partial<CampaignLeadInput>
): Promise<CampaignLeadDTO> {
  if (changesNothing(input)) return retrieveLead(manager, key)
  try {
    const lead = await withoutParameters("update lead", () =>
      updateRow<CampaignLead>(manager, "outreach_campaign_lead", key, input)
    )
    if (lead) return toLead(lead)
    throw notFound("lead", key.id)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.sqlState !== SQLSTATE.uniqueViolation)
      throw error
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Field 'email': another lead of this campaign has this address",
      "email_taken"
    )
  }
}

export async function deleteLead(manager: EntityManager, key: LeadKey): Promise<void> {
  const { affected } = await withoutParameters("delete lead", () =>
    manager.delete(CampaignLead, { ...key })
  )
  if (affected === 0) throw notFound("lead", key.id)
}

/** Those that are not there (any more) are passed over. */
export async function deleteLeads(
  manager: EntityManager,
  campaign_id: string,
  ids: readonly string[]
): Promise<void> {
  await withoutParameters("delete leads", () =>
    manager.delete(CampaignLead, { campaign_id, id: In(ids) })
  )
}

function toLead({ position, ...lead }: CampaignLead): CampaignLeadDTO {
  return lead
}
