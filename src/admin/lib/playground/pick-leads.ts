import type { Lead } from "./types"

/** Kinds of leads that a prompt most likely fails on. */
export const PICKS = ["lacking", "longest", "oddest"] as const
export type Pick = (typeof PICKS)[number]

/** So many drafts can be read beside a prompt. */
export const MAX_SAMPLE = 5
const PICKED = 3

const FIELDS = ["first_name", "last_name", "company", "title"] as const
const wordsOf = (lead: Lead) => [
  ...FIELDS.map((name) => lead[name] ?? ""),
  ...Object.values(lead.attributes ?? {}).map((value) =>
    typeof value === "string" ? value : JSON.stringify(value)
  ),
]

/** How much of each kind a lead is. */
const SCORES: Record<Pick, (lead: Lead) => number> = {
  lacking: (lead) => FIELDS.filter((name) => !lead[name]?.trim()).length,
  longest: (lead) => wordsOf(lead).join("").length,
  // What is neither a plain letter nor what stands in most names.
  oddest: (lead) =>
    wordsOf(lead)
      .join("")
      .replace(/[a-z0-9 .,&'’-]/gi, "").length,
}

/** The three leads that are most of a kind, in lead order; those that are nothing of it do not count. */
export function pickLeads(leads: readonly Lead[], kind: Pick): Lead[] {
  const score = SCORES[kind]
  const best = leads
    .filter((lead) => score(lead) > 0)
    .sort((a, b) => score(b) - score(a))
    .slice(0, PICKED)
  return leads.filter((lead) => best.includes(lead))
}
