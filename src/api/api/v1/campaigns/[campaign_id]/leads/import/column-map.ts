import { z } from "@medusajs/framework/zod"
import type { Target } from "./columns"
import { LEAD_COLUMNS, meaningOf } from "./known-headers"

/** What somebody decided about columns, by header. */
export type ColumnMap = ReadonlyMap<string, Target>

const ATTRIBUTE = "attributes."
const MAX_COLUMNS = 1000

const targetText = z.union([
  z.enum(LEAD_COLUMNS),
  z
    .string()
    .regex(
      /^attributes\../,
      `expected a field of a lead (${LEAD_COLUMNS.join(", ")}), ` + `"attributes.<name>" or null`
    ),
  z.null(),
])

/** `map` as it comes in a query: header to field, to `attributes.<name>`, or to null to leave it out. */
export const columnMapParam = () =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: "custom", message: "expected JSON" })
        return z.NEVER
      }
    })
    .pipe(z.record(z.string(), targetText))
    .superRefine((map, context) => {
      const targets = Object.values(map)
      if (targets.length > MAX_COLUMNS) {
        context.addIssue({ code: "custom", message: `expected at most ${MAX_COLUMNS} columns` })
      }
      const twice = targets.find(
        (target, place) =>
          target !== null && target !== "email_consent" && targets.indexOf(target) !== place
      )
      if (twice) context.addIssue({ code: "custom", message: `two columns are to be '${twice}'` })
    })
    .meta({
      description:
        "JSON: what columns of a CSV file are, by header. A field " +
        `(${LEAD_COLUMNS.join(", ")}), "attributes.<name>", or null to leave the column out.`,
    })

/** What `map` says, with headers that a map in JSON cannot lose. */
export function toColumnMap(map: Record<string, string | null> = {}): ColumnMap {
  return new Map(Object.entries(map).map(([header, text]) => [header, toTarget(header, text)]))
}

function toTarget(header: string, text: string | null): Target {
  if (text === null) return null
  if (text.startsWith(ATTRIBUTE)) return { attribute: text.slice(ATTRIBUTE.length) }
  const field = LEAD_COLUMNS.find((name) => name === text)
  if (field === undefined) return null
  if (field !== "email_consent") return { field }
  const meaning = meaningOf(header)
  return {
    field,
    consent: meaning?.field === "email_consent" ? meaning.consent : "status",
  }
}
