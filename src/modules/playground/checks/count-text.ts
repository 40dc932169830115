const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu
const SENTENCE_END = /[.!?:]+(?=\s|$)|\n{2,}/g
/** Of how many letters a word is long. */
const LONG_WORD = 7

export const wordsIn = (text: string): string[] => text.match(WORD) ?? []

const bodyWords = new WeakMap<object, string[]>()

/** The words of a draft's body, found once for all its checks. */
export function wordsOfBody(draft: { body: string }): string[] {
  const known = bodyWords.get(draft)
  if (known) return known
  const words = wordsIn(draft.body)
  bodyWords.set(draft, words)
  return words
}

/** In Unicode code points, as every limit of the plugin counts. */
export const charactersIn = (text: string): number => [...text].length

/**
 * How hard a text is to read, in any language with spaces: 20 is a children's book, 40 a newspaper, 60
 * a law. LIX: words per sentence, plus the percentage of words of more than six letters.
 *
 * Source: Björnsson, C. H. (1968), Läsbarhet, Liber, Stockholm.
 */
export function readingLevel(text: string, words = wordsIn(text)): number {
  if (words.length === 0) return 0
  const sentences = Math.max(1, (text.trim().match(SENTENCE_END) ?? []).length)
  const long = words.filter((word) => word.length >= LONG_WORD).length
  return words.length / sentences + (100 * long) / words.length
}

/** A first line that speaks to somebody. */
const GREETING = /^[^\n]{1,60}[,!:]\s*\n/

/** The first words of a body, in lower case, below its greeting; null when it has fewer. */
export function beginningOf(body: string, words: number): string | null {
  const text = body.trimStart().replace(GREETING, "")
  const first = wordsIn(text.slice(0, words * 40)).slice(0, words)
  return first.length < words ? null : first.join(" ").toLowerCase()
}
