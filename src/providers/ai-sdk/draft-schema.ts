import type { JSONSchema7 } from "ai"

/**
 * What a model is held to, as the strictest servers take it: a type on each property, all of them
 * required, nothing beside them, and no keyword beyond that. Bounds are told in words and checked in the
 * answer: a `maxLength` is refused by servers whose strict mode does not know it.
 *
 * A plain object on purpose. The AI SDK turns a zod schema into JSON with its own copy of zod, and where
 * that is not the copy that made the schema, types are lost on the way.
 */
export const DRAFT_SCHEMA: JSONSchema7 = {
  type: "object",
  properties: {
    subject: { type: "string", description: "The subject: one line, 998 characters at most." },
    body: { type: "string", description: "The body as plain text, without the subject." },
  },
  required: ["subject", "body"],
  additionalProperties: false,
}
