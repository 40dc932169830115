import { LRUCache } from "lru-cache"
import type * as Tinyld from "tinyld"

/** Shorter texts are guessed wrong too often. */
const MIN_LENGTH = 60
/** Longer texts are no clearer, and take longer to read: so many characters will do. */
const READ_LENGTH = 2_000
/** How likely the second language may be beside the first, 0 to 1, for the first to be sure. */
const MAX_SECOND = 0.75
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu
/** Of how many letters a word is short. Short ones are those that each text of a language has. */
const SHORT_WORD = 5
const MIN_WORDS = 20
const MAX_WORDS = 30
/** Short words of the last texts. Those of one campaign share nearly all of theirs. */
const MAX_KNOWN_WORDS = 20_000

/** Codes of languages that the detector knows by another code, or cannot tell from another one. */
const SAME_AS: Readonly<Record<string, string>> = {
  bs: "sr",
  hr: "sr",
  cnr: "sr",
  sh: "sr",
  ms: "id",
  in: "id",
  nb: "no",
  nn: "no",
  iw: "he",
  ji: "yi",
  fil: "tl",
}

/** Its tables take longer to load than all else of the plugin, and most leads name no language. */
type Detector = typeof Tinyld

interface Guess {
  lang: string
  /** 0 to 1. */
  accuracy: number
}

const known = new LRUCache<string, readonly Guess[]>({ max: MAX_KNOWN_WORDS })

/** What languages a word is likely of. */
function guessesOf(word: string, { detectAll }: Detector): readonly Guess[] {
  const found = known.get(word)
  if (found) return found
  const guesses = detectAll(word)
  known.set(word, guesses)
  return guesses
}

/** The words that tell a text's language: the first short ones, and others where they are too few. */
function tellingWords(text: string): string[] {
  const words = text.slice(0, READ_LENGTH).toLowerCase().match(WORD) ?? []
  const short = words.filter((word) => word.length <= SHORT_WORD).slice(0, MAX_WORDS)
  if (short.length >= MIN_WORDS) return short
  const long = words.filter((word) => word.length > SHORT_WORD)
  return [...short, ...long.slice(0, MIN_WORDS - short.length)]
}

/**
 * The language that a text is surely in, as the detector names it; null when another one is nearly as
 * likely.
 *
 * Word by word, each with the same weight. The detector itself lets a single pair of letters decide on
 * a whole clause, so that a name makes a German mail Hungarian, and reads each clause anew.
 */
function surelyIn(text: string, detector: Detector): string | null {
  const likely = new Map<string, number>()
  for (const word of tellingWords(text)) {
    for (const { lang, accuracy } of guessesOf(word, detector)) {
      likely.set(lang, (likely.get(lang) ?? 0) + accuracy)
    }
  }
  let first: string | null = null
  let [most, second] = [0, 0]
  for (const [lang, sum] of likely) {
    if (sum > most) [first, most, second] = [lang, sum, most]
    else if (sum > second) second = sum
  }
  return second <= most * MAX_SECOND ? first : null
}

/**
 * ISO 639-1 of the language that a text is surely in although `wanted` is asked for; null when it may
 * well be in `wanted`, when it is too short to tell, and when nobody can tell, because the detector
 * does not know `wanted`.
 *
 * @param wanted a code of ISO 639-1 or 639-3, with or without a region (`de`, `de-AT`, `deu`), or the
 *   language's English name
 */
export async function findOtherLanguage(
  text: string,
  wanted: string
): Promise<{ found: string; wanted: string } | null> {
  if (text.length < MIN_LENGTH) return null
  const detector = await import("tinyld")
  const code = toLanguageCode(wanted, detector)
  if (!code) return null
  const same = SAME_AS[code] ?? code
  if (!codesOf(detector).has(same)) return null
  const found = surelyIn(text, detector)
  return found === null || found === same ? null : { found, wanted: code }
}

let codes: ReadonlySet<string> | null = null

const codesOf = ({ supportedLanguages, toISO2 }: Detector) =>
  (codes ??= new Set(supportedLanguages.map((code) => toISO2(code) || code)))

let names: Intl.DisplayNames | null = null

/** In English. Made when it is first asked: the tables behind it cost each boot some milliseconds. */
export function languageName(code: string): string {
  names ??= new Intl.DisplayNames(["en"], { type: "language" })
  return names.of(code) ?? code
}

let codeByName: Map<string, string> | null = null

/** `de`, `de-AT`, `de_DE`, `deu` and `German` are all German; null for what is no language. */
function toLanguageCode(text: string, detector: Detector): string | null {
  const value = text.trim().toLowerCase()
  const [subtag = ""] = value.split(/[-_]/)
  if (/^[a-z]{2}$/.test(subtag)) return subtag
  if (/^[a-z]{3}$/.test(subtag)) return detector.toISO2(subtag) || (SAME_AS[subtag] ? subtag : null)
  codeByName ??= new Map(
    [...codesOf(detector), ...Object.keys(SAME_AS)].map((code) => [
      languageName(code).toLowerCase(),
      code,
    ])
  )
  return codeByName.get(value) ?? null
}
