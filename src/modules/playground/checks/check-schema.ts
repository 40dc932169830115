import { z } from "@medusajs/framework/zod"
import { RE2JS } from "re2js"
import { filledText, nameUpTo, textBetween } from "../../../validation/text"

/** A number of words, characters or links that nobody passes. */
const amount = () => z.number().int().min(0).max(50_000)
const part = () => z.enum(["subject", "body"])
const place = () => z.enum(["subject", "body", "mail"])
const phrase = () => filledText(200)
/** What a person calls the check. */
const name = () => nameUpTo(120).optional()
/** Without what belongs to a link only: a host that holds it would match none. */
const host = () =>
  textBetween(1, 253)
    .regex(/^[^\s/@?#:*\\]+$/, 'expected a host alone, such as "shop.example"')
    .meta({ minLength: 1, maxLength: 253 })

let languages: Intl.DisplayNames | null = null

/** Made when it is first asked: the tables behind it take some milliseconds. */
function isLanguage(code: string): boolean {
  languages ??= new Intl.DisplayNames(["en"], { type: "language", fallback: "none" })
  return /^[a-z]{2}$/.test(code) && languages.of(code) !== undefined
}

function isPattern(pattern: string): boolean {
  try {
    RE2JS.compile(pattern)
    return true
  } catch {
    // What is wrong with it is said to the person, whatever the library calls it.
    return false
  }
}

const bounds = { part: part(), min: amount().optional(), max: amount().optional() }
const hasBound = ({ min, max }: { min?: number; max?: number }) =>
  (min !== undefined || max !== undefined) && (min ?? 0) <= (max ?? Infinity)
const BOUND = "expected min, max or both, and min not above max"

const TYPES = [
  "words",
  "characters",
  "contains",
  "not_contains",
  "matches",
  "not_matches",
  "language",
  "reading_level",
  "links",
  "names_company",
  "one_question",
  "avoid",
  "unlike_others",
] as const

const unknownType = (issue: object) =>
  "discriminator" in issue ? `expected one of ${TYPES.join(", ")}` : undefined

/** One thing that a draft must keep. `docs/verdict.md` says what each looks at. */
export const CheckSchema = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("words"), name: name(), ...bounds }).refine(hasBound, BOUND),
    z
      .strictObject({ type: z.literal("characters"), name: name(), ...bounds })
      .refine(hasBound, BOUND),
    z.strictObject({
      type: z.enum(["contains", "not_contains"]),
      name: name(),
      part: place(),
      text: phrase(),
    }),
    z.strictObject({
      type: z.enum(["matches", "not_matches"]),
      name: name(),
      part: place(),
      // A refinement loses what its schema says of itself.
      pattern: textBetween(1, 500)
        .refine(isPattern, "expected a pattern in the syntax of RE2")
        .meta({ minLength: 1, maxLength: 500 }),
    }),
    z.strictObject({
      type: z.literal("language"),
      name: name(),
      language: z
        .string()
        .refine(isLanguage, "expected two letters of ISO 639-1")
        .meta({ pattern: "^[a-z]{2}$" }),
    }),
    z.strictObject({
      type: z.literal("reading_level"),
      name: name(),
      max: z.number().min(0).max(200),
    }),
    z.strictObject({
      type: z.literal("links"),
      name: name(),
      max: amount(),
      hosts: z.array(host()).max(50).optional(),
    }),
    z.strictObject({ type: z.enum(["names_company", "one_question"]), name: name() }),
    z.strictObject({
      type: z.literal("avoid"),
      name: name(),
      phrases: z.array(phrase()).min(1).max(200),
    }),
    z.strictObject({
      type: z.literal("unlike_others"),
      name: name(),
      words: z.number().int().min(2).max(50),
    }),
  ],
  { error: unknownType }
)

export type Check = z.infer<typeof CheckSchema>

/** The checks of a campaign, in the order in which they are shown. */
export const ChecksSchema = z.array(CheckSchema).max(50)
