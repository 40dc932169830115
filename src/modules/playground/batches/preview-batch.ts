import type { AssignedLead, DraftRequest } from "../../../ports"
import type { PreviewBatchDTO } from "./dtos"

/** Most ids that are told of the leads that lack one variable. */
const MAX_IDS = 20

/** What one lead of the batch lacks. */
export interface LeadReadiness {
  lead: AssignedLead
  /** Placeholders without a value; empty: the lead is ready. */
  missing: string[]
  /** What the generator would be asked; null when something is missing. */
  request: DraftRequest | null
}

/** For how many of the batch's leads a draft could be written, and why not for the others. */
export function toPreviewBatch(
  leads: readonly LeadReadiness[]
): Pick<PreviewBatchDTO, "total" | "ready" | "missing"> {
  const lacking = new Map<string, string[]>()
  for (const { lead, missing } of leads) {
    for (const variable of missing) {
      const ids = lacking.get(variable) ?? []
      ids.push(lead.lead.id)
      lacking.set(variable, ids)
    }
  }
  const missing = [...lacking]
    .map(([variable, ids]) => ({
      variable,
      count: ids.length,
      campaign_lead_ids: ids.slice(0, MAX_IDS),
    }))
    .sort((one, other) => other.count - one.count)
  const ready = leads.filter(({ request }) => request !== null).length
  return { total: leads.length, ready, missing }
}

/** At most `count` of a list, spread evenly over it. */
export function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items]
  return Array.from(
    { length: count },
    (_, place) => items[Math.floor((place * items.length) / count)]
  ).filter((item) => item !== undefined)
}
