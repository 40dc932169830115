import type { MedusaContainer } from "@medusajs/framework/types"
import type { DraftCounts } from "../../modules/playground"
import { resolvePlayground } from "./resolve-modules"

/** Each of these with what it has of drafts: the ledger counts, whoever keeps the campaigns. */
export async function withDraftCounts<Item extends { id: string }>(
  container: MedusaContainer,
  items: Item[],
  /** Null: the items are campaigns; else leads of this one. */
  campaign_id: string | null
): Promise<(Item & DraftCounts)[]> {
  const { draftedLeads } = resolvePlayground(container)
  const ids = items.map(({ id }) => id)
  const counts = await (campaign_id === null
    ? draftedLeads.countOfCampaigns(ids)
    : draftedLeads.countOfLeads(campaign_id, ids))
  return items.map((item) => ({
    ...item,
    ...(counts.get(item.id) ?? { draft_count: 0, approved_count: 0 }),
  }))
}
