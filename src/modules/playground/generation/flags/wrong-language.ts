import type { LeadSnapshot } from "../../../../ports"
import { findOtherLanguage, languageName } from "./detect-language"
import type { DraftFlag } from "./draft-flag"

/** Where hosts and spreadsheets keep a lead's language. */
const ATTRIBUTES = ["language", "lang", "locale", "preferred_language", "language_code", "sprache"]

/** A body that is surely in another language than the lead's data asks for. */
export async function findWrongLanguage(body: string, lead: LeadSnapshot): Promise<DraftFlag[]> {
  const asked = ATTRIBUTES.map((name) => lead.attributes[name]).find(
    (value): value is string => typeof value === "string" && value.trim() !== ""
  )
  const other = asked === undefined ? null : await findOtherLanguage(body, asked)
  if (!other) return []
  const { found, wanted } = other
  const message = `The body seems to be ${languageName(found)}; the lead's language is ${languageName(wanted)}.`
  return [{ code: "wrong_language", message, params: { language: found, wanted } }]
}
