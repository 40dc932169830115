import { z } from "@medusajs/framework/zod"

const MAX_NAMES = 10
const MAX_LENGTH = 1_000

/** `true` or `false` in a query; absent: both. */
export const answerParam = (description: string) =>
  z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional()
    .meta({ description })

const Attributes = z
  .record(z.string().min(1).max(MAX_LENGTH), z.string().max(MAX_LENGTH))
  .refine((attributes) => Object.keys(attributes).length <= MAX_NAMES)

/** `{"plan":"Pro"}` in a query: what attributes are to be. */
export const attributesParam = () =>
  z
    .string()
    .transform((text, context) => {
      const parsed = Attributes.safeParse(parseJson(text))
      if (parsed.success) return parsed.data
      const message = `expected a JSON object of at most ${MAX_NAMES} texts, such as {"plan":"Pro"}`
      context.addIssue({ code: "custom", message })
      return z.NEVER
    })
    .meta({
      description:
        "A JSON object of texts: each attribute equals it, as text and whatever the case. " +
        'For example `{"plan":"Pro"}`.',
    })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
