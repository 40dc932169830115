/** In UTF-16 units. */
export interface Span {
  start: number
  end: number
}

// Marks belong to their letters: vowels of Indian scripts, accents that stand by themselves.
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu
const SENTENCE_END = /[.!?:]+(?=\s|$)|\n{2,}/g
const SURROGATE_PAIR = /[\u{10000}-\u{10FFFF}]/gu
/** Of how many letters a word is long. */
const LONG_WORD = 7

export const wordsIn = (text: string): string[] => text.match(WORD) ?? []

/** Where the words after the first `count` stand. */
export function spanOfWordsAfter(text: string, count: number): Span | null {
  const rest = [...text.matchAll(WORD)].slice(count)
  const [first, last] = [rest[0], rest.at(-1)]
  return first && last ? { start: first.index, end: last.index + last[0].length } : null
}

/** Where the characters after the first `count` stand; none of them: at the end, of no length. */
export function spanOfCharactersAfter(text: string, count: number): Span {
  return { start: [...text].slice(0, count).join("").length, end: text.length }
}

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

const belowGreeting = (body: string) => body.trimStart().replace(GREETING, "")

/** Where the first words of a body stand, below its greeting. */
export function spanOfBeginning(body: string, words: number): Span {
  const text = belowGreeting(body)
  const start = body.length - text.length
  let seen = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (++seen === words) return { start, end: start + index + word.length }
  }
  return { start, end: body.length }
}

/** The first words of a body, in lower case, below its greeting; null when it has fewer. */
export function beginningOf(body: string, words: number): string | null {
  const text = belowGreeting(body)
  const first = wordsIn(text.slice(0, words * 40)).slice(0, words)
  return first.length < words ? null : first.join(" ").toLowerCase()
}
