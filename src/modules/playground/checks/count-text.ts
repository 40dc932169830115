const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu
const SENTENCE_END = /[.!?:]+(?=\s|$)|\n{2,}/g
const SURROGATE_PAIR = /[\u{10000}-\u{10FFFF}]/gu
/** Of how many letters a word is long. */
const LONG_WORD = 7

export const wordsIn = (text: string): string[] => text.match(WORD) ?? []

/** In Unicode code points, as every limit of the plugin counts. */
export const charactersIn = (text: string): number =>
  text.length - (text.match(SURROGATE_PAIR)?.length ?? 0)

/**
 * How hard a text is to read, in any language with spaces: 20 is a children's book, 40 a newspaper, 60
 * a law. LIX: words per sentence, plus the percentage of words of more than six letters.
 *
 * Source: Björnsson, C. H. (1968), Läsbarhet, Liber, Stockholm.
 */
export function readingLevel(text: string, words: readonly string[] = wordsIn(text)): number {
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
