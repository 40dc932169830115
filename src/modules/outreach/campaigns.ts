import type { EntityManager } from "typeorm"
import { ILike } from "../../persistence/orm"
import { withoutParameters } from "../../persistence/database-error"
import { Campaign } from "./entities/campaign"
import { notFound, notStored } from "./not-found"
import { assertSenderProfiles, escapeLike } from "./sender-profiles"
import { assignMissing } from "./sql/assign-missing"
import { listSteps } from "./sql/list-steps"
import { replaceSteps } from "./sql/replace-steps"
import { changesNothing, insertRow, updateRow } from "./sql/write-row"
import type { CampaignDTO, CampaignInput, CampaignStatus } from "./types/dtos"

export async function createCampaign(
  manager: EntityManager,
  input: CampaignInput
): Promise<CampaignDTO> {
  return withoutParameters("create campaign", () =>
    manager.transaction(async (transaction) => {
      await assertSenders(transaction, input)
      const { steps = [], ...columns } = input
      const row = await insertRow<Campaign>(transaction, "outreach_campaign", columns)
      if (!row) throw notStored("campaign")
      await replaceSteps(transaction, { campaign_id: row.id, steps })
      return readCampaign(transaction, row.id)
    })
  )
}

export async function retrieveCampaign(manager: EntityManager, id: string): Promise<CampaignDTO> {
  return withoutParameters("read campaign", () => readCampaign(manager, id))
}

export async function listCampaigns(
  manager: EntityManager,
  {
    q,
    status,
    promotion_campaign_id,
    offset,
    limit,
  }: {
    q?: string
    status?: CampaignStatus
    promotion_campaign_id?: string
    offset: number
    limit: number
  }
): Promise<[CampaignDTO[], number]> {
  return withoutParameters("list campaigns", async () => {
    const [rows, count] = await manager.findAndCount(Campaign, {
      where: {
        ...(q && { name: ILike(`%${escapeLike(q)}%`) }),
        ...(status && { status }),
        ...(promotion_campaign_id && { promotion_campaign_id }),
      },
      order: { created_at: "DESC", id: "DESC" },
      skip: offset,
      take: limit,
    })
    return [await withSteps(manager, rows), count]
  })
}

export async function updateCampaign(
  manager: EntityManager,
  id: string,
  input: Partial<CampaignInput>
): Promise<CampaignDTO> {
  if (changesNothing(input)) return retrieveCampaign(manager, id)
  return withoutParameters("update campaign", () =>
    manager.transaction(async (transaction) => {
      const locked = await transaction.findOne(Campaign, {
        where: { id },
        lock: { mode: "pessimistic_write" },
      })
      if (!locked) throw notFound("campaign", id)
      await assertSenders(transaction, input)
      const { steps, ...columns } = input
      await updateRow<Campaign>(transaction, "outreach_campaign", { id }, columns)
      if (steps) {
        await replaceSteps(transaction, { campaign_id: id, steps })
        await assignMissing(transaction, id)
      }
      return readCampaign(transaction, id)
    })
  )
}

export async function deleteCampaign(manager: EntityManager, id: string): Promise<void> {
  const { affected } = await withoutParameters("delete campaign", () =>
    manager.delete(Campaign, { id })
  )
  if (affected === 0) throw notFound("campaign", id)
}

async function readCampaign(manager: EntityManager, id: string): Promise<CampaignDTO> {
  const row = await manager.findOneBy(Campaign, { id })
  const [campaign] = row ? await withSteps(manager, [row]) : []
  if (campaign) return campaign
  throw notFound("campaign", id)
}

async function withSteps(manager: EntityManager, rows: Campaign[]): Promise<CampaignDTO[]> {
  const found = await listSteps(
    manager,
    rows.map(({ id }) => id)
  )
  const byCampaign = new Map(found.map(({ campaign_id, steps }) => [campaign_id, steps]))
  return rows.map((row) => ({ ...row, steps: byCampaign.get(row.id) ?? [] }))
}

async function assertSenders(manager: EntityManager, input: Partial<CampaignInput>) {
  const ofVariants = (input.steps ?? []).flatMap((step, stepPlace) =>
    step.variants.map((variant, place) => ({
      field: `steps.${stepPlace}.variants.${place}.sender_profile_id`,
      id: variant.sender_profile_id,
    }))
  )
  const named = [{ field: "sender_profile_id", id: input.sender_profile_id }, ...ofVariants]
  await assertSenderProfiles(
    manager,
    named.flatMap(({ field, id }) => (id ? [{ field, id }] : []))
  )
}
