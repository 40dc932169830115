import { toCsv } from "../common/csv"
import { leadName } from "../common/lead-name"
import type { Lead } from "./types"
import type { JudgedPair } from "./verdict-types"

const COLUMNS = ["lead", "email", "better", "forA", "forB", "equal", "judge"] as const
const TEXTS = ["subjectA", "bodyA", "subjectB", "bodyB"] as const
type Column = (typeof COLUMNS)[number] | (typeof TEXTS)[number]

interface PairsCsv {
  pairs: readonly JudgedPair[]
  /** By id; one that is missing was deleted. */
  leads: ReadonlyMap<string, Pick<Lead, "email" | "first_name" | "last_name">>
  unknownLead: string
  titleOf: (column: Column) => string
  outcomeOf: (outcome: NonNullable<JudgedPair["outcome"]> | "none") => string
}

/** The pairs of a comparison for a spreadsheet: who was preferred, and both drafts word for word. */
export function toPairsCsv({ pairs, leads, unknownLead, titleOf, outcomeOf }: PairsCsv): string {
  const rows = pairs.map(({ campaign_lead_id, outcome, choices, drafts, judge }) => {
    const lead = leads.get(campaign_lead_id)
    return [
      lead ? leadName(lead) : unknownLead,
      lead?.email ?? "",
      outcomeOf(outcome ?? "none"),
      ...[choices.first, choices.second, choices.equal].map(String),
      outcomeOf(judge?.outcome ?? "none"),
      ...drafts.flatMap(({ subject, body }) => [subject, body]),
    ]
  })
  return toCsv([[...COLUMNS, ...TEXTS].map(titleOf), ...rows])
}
