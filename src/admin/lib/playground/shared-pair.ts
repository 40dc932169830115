import type { LeadProgress } from "./types"

/** Ids of the leads of a batch that have a draft. */
export const draftedLeads = (
  perLead: readonly Pick<LeadProgress, "campaign_lead_id" | "status">[]
): ReadonlySet<string> =>
  new Set(
    perLead.flatMap(({ status, campaign_lead_id }) =>
      status === "succeeded" ? [campaign_lead_id] : []
    )
  )

/** How many leads stand in both. */
export const countShared = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((lead) => other.has(lead)).length

/**
 * The newest two batches that drafted some of the same leads: others have nothing to compare.
 *
 * @param ids of batches, newest first
 * @param readDrafted the leads that a batch drafted; asked of as few batches as it takes
 * @returns the older one first; null: no two have a drafted lead in common
 */
export async function findSharedPair(
  ids: readonly string[],
  readDrafted: (id: string) => Promise<ReadonlySet<string>>
): Promise<[string, string] | null> {
  const newer: { id: string; leads: ReadonlySet<string> }[] = []
  for (const id of ids) {
    const leads = await readDrafted(id)
    const shared = newer.find((other) => countShared(leads, other.leads) > 0)
    if (shared) return [id, shared.id]
    newer.push({ id, leads })
  }
  return null
}
