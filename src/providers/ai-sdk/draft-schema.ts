import { z } from "@medusajs/framework/zod"

const atMost = (length: number) => (text: string) =>
  text.trim() !== "" && [...text].length <= length

/**
 * The bounds are checked here and told in words: a `maxLength` in the JSON schema is refused by servers
 * whose strict mode does not know it.
 */
export const DraftSchema = z.object({
  subject: z
    .string()
    .refine(atMost(998))
    .describe("The subject: one line, 998 characters at most."),
  body: z.string().refine(atMost(50_000)).describe("The body as plain text, without the subject."),
})
