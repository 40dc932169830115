import type { JSONSchema7 } from "ai"
import type { Criterion } from "./options"

const object = (properties: Record<string, JSONSchema7>): JSONSchema7 => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const score: JSONSchema7 = { type: "integer", enum: [1, 2, 3, 4, 5] }

/** The same of its answer about a pair. The reason comes first: so the choice follows from it. */
export const COMPARE_SCHEMA: JSONSchema7 = object({
  reason: { type: "string", description: "One or two sentences." },
  choice: { type: "string", enum: ["A", "B", "equal"] },
})

/** What a judge's answer is held to, as the strictest servers take it: see `DRAFT_SCHEMA`. */
export function toJudgeSchema(criteria: readonly Criterion[]): JSONSchema7 {
  return object({
    criteria: {
      type: "array",
      description: "Each criterion once.",
      items: object({
        name: { type: "string", enum: criteria.map(({ name }) => name) },
        reason: { type: "string", description: "One or two sentences." },
        score,
      }),
    },
    claims: {
      type: "array",
      description: "Every factual claim of the mail.",
      items: object({
        text: { type: "string", description: "As the mail has it." },
        field: { type: "string", description: 'The field that says so, or "unsupported".' },
      }),
    },
    score,
  })
}
