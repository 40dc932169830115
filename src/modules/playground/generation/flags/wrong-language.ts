import { LRUCache } from "lru-cache"
import type * as Tinyld from "tinyld"
import type { LeadSnapshot } from "../../../../ports"
import type { DraftFlag } from "./draft-flag"

/** Where hosts and spreadsheets keep a lead's language. */
const ATTRIBUTES = ["language", "lang", "locale", "preferred_language", "language_code", "sprache"]
/** Shorter texts are guessed wrong too often. */
const MIN_LENGTH = 60
/** Longer texts are no clearer, and take longer to read: so many characters will do. */
const READ_LENGTH = 2_000
/** How sure the detector must be, from 0 to 1, and how much less likely the lead's own language. */
const MIN_CERTAINTY = 0.6

let names: Intl.DisplayNames | null = null

/** Made when it is first asked: the tables behind it cost each boot some milliseconds. */
function nameOf(code: string): string | undefined {
  names ??= new Intl.DisplayNames(["en"], { type: "language" })
  return names.of(code)
}

/** Its tables take longer to load than all else of the plugin, and most leads name no language. */
type Detector = typeof Tinyld

let codeByName: Map<string, string> | null = null

/** `de`, `de-AT`, `de_DE`, `deu` and `German` are all German; null for what is no language. */
function toLanguageCode(text: string, { supportedLanguages, toISO2 }: Detector): string | null {
  const value = text.trim().toLowerCase()
  const [subtag = ""] = value.split(/[-_]/)
  if (/^[a-z]{2}$/.test(subtag)) return subtag
  if (/^[a-z]{3}$/.test(subtag)) return toISO2(subtag) || null
  codeByName ??= new Map(
    supportedLanguages.map((code) => [nameOf(code)?.toLowerCase() ?? "", toISO2(code) || code])
  )
  return codeByName.get(value) ?? null
}

interface Guess {
  lang: string
  accuracy: number
}

/** Bodies of the last batches; each is kept as far as it is read. */
const MAX_KNOWN_BODIES = 1_000
/** What bodies were guessed to be: a draft's flag and its checks ask for the same, and whoever looks again. */
const known = new LRUCache<string, { guess: Guess | null }>({ max: MAX_KNOWN_BODIES })

/** The likeliest language of a body; null: none is likely. */
function firstGuess(body: string, { detectAll }: Pick<Detector, "detectAll">): Guess | null {
  const read = body.slice(0, READ_LENGTH)
  const found = known.get(read)
  if (found) return found.guess
  const [guess = null] = detectAll(read)
  known.set(read, { guess })
  return guess
}

/** A body that is surely in another language than the lead's data asks for. */
export async function findWrongLanguage(body: string, lead: LeadSnapshot): Promise<DraftFlag[]> {
  const wanted = ATTRIBUTES.map((name) => lead.attributes[name]).find(
    (value): value is string => typeof value === "string" && value.trim() !== ""
  )
  if (wanted === undefined || body.length < MIN_LENGTH) return []
  const detector = await import("tinyld")
  const code = toLanguageCode(wanted, detector)
  if (!code) return []
  const first = firstGuess(body, detector)
  if (!first || first.lang === code || first.accuracy < MIN_CERTAINTY) return []
  const message = `The body seems to be ${languageName(first.lang)}; the lead's language is ${languageName(code)}.`
  return [{ code: "wrong_language", message, params: { language: first.lang, wanted: code } }]
}

const languageName = (code: string) => nameOf(code) ?? code

/** ISO 639-1 of the language that a body is surely in; null for a short text, or when it is not sure. */
export async function detectLanguage(body: string): Promise<string | null> {
  if (body.length < MIN_LENGTH) return null
  const first = firstGuess(body, await import("tinyld"))
  return first && first.accuracy >= MIN_CERTAINTY ? first.lang : null
}
