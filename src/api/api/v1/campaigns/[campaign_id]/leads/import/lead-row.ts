import type { CampaignLeadInput } from "../../../../../../../modules/outreach"
import { CampaignLead } from "../../../../../../../validation/campaign-lead"
import { complaintAbout } from "../../../../../../../validation/complaint"

/** A lead, or why it is none, and where it stood. */
export type LeadRow = { line: number; lead: CampaignLeadInput } | RefusedRow

export interface RefusedRow {
  /** Where the row begins, from 1; of a JSON list its place, from 1. */
  line: number
  /** As it came, where there was one. */
  email?: string
  reason: string
}

const MAX_SHOWN = 320

/** Checks what should be a lead. */
export function toLeadRow(line: number, candidate: unknown): LeadRow {
  const parsed = CampaignLead.safeParse(candidate)
  if (parsed.success) return { line, lead: parsed.data }
  return refuse(line, complaintAbout(parsed.error, candidate), candidate)
}

/** @param candidate where the e-mail address is looked for */
export function refuse(line: number, reason: string, candidate?: unknown): RefusedRow {
  const isObject = typeof candidate === "object" && candidate !== null
  const email: unknown = isObject ? Reflect.get(candidate, "email") : undefined
  const shown = typeof email === "string" && email !== "" && { email: email.slice(0, MAX_SHOWN) }
  return { line, ...shown, reason }
}
