import { z } from "@medusajs/framework/zod"

const lengthOf = (text: string) => [...text].length

/** Why Postgres would refuse the text; null when it would not. */
export function problemWithText(text: string): string | null {
  if (text.includes("\0")) return "must not contain NUL characters"
  if (/\p{Surrogate}/u.test(text)) return "must be well-formed Unicode: it has a lone surrogate"
  return null
}

/** A text that can be stored, `min` to `max` Unicode code points long, as JSON Schema counts too. */
export function textBetween(min: number, max: number) {
  const storable = z.string().superRefine((text, context) => {
    const length = lengthOf(text)
    const problem =
      problemWithText(text) ??
      (length < min || length > max ? `expected ${min} to ${max} characters, got ${length}` : null)
    if (problem) context.addIssue({ code: "custom", message: problem })
  })
  return storable.meta({ ...(min > 0 && { minLength: min }), maxLength: max })
}

/** What people call something in a list: without white space around it, 1 to `max` code points long. */
export const nameUpTo = (max: number) =>
  z.string().trim().pipe(textBetween(1, max)).meta({ minLength: 1, maxLength: max, pattern: "\\S" })

/** A text that says something. */
export const filledText = (max: number) =>
  textBetween(1, max)
    .regex(/\S/, "expected more than white space")
    // A refinement loses what its schema says of itself.
    .meta({ minLength: 1, maxLength: max })

/** A text that can be stored, at most `max` Unicode code points long. */
export const textUpTo = (max: number) => textBetween(0, max)
