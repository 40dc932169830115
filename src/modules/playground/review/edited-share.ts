import { distance } from "fastest-levenshtein"

interface EmailText {
  subject: string
  body: string
}

/** Beyond so many characters that differ in a run the comparison takes too long: all of them count. */
const MAX_COMPARED = 10_000

const textOf = ({ subject, body }: EmailText) => `${subject}\n${body}`

/** How many characters both have at their beginning. */
function sameStart(one: string, other: string, atMost: number): number {
  let length = 0
  while (length < atMost && one[length] === other[length]) length++
  return length
}

/** How many characters both have at their end. */
function sameEnd(one: string, other: string, atMost: number): number {
  let length = 0
  while (length < atMost && one.at(-1 - length) === other.at(-1 - length)) length++
  return length
}

/**
 * How much of a mail a person changed: the least number of characters (UTF-16 units) to put in, take out
 * or replace in subject and body, by the length of the longer of the two texts; 0 (nothing) to 1 (all).
 *
 * Source: normalised edit distance, Levenshtein (1966), Soviet Physics Doklady 10, 707–710.
 */
export function editedShare(drafted: EmailText, approved: EmailText): number {
  const [before, after] = [textOf(drafted), textOf(approved)]
  const shorter = Math.min(before.length, after.length)
  const start = sameStart(before, after, shorter)
  const end = sameEnd(before, after, shorter - start)
  const gone = before.slice(start, before.length - end)
  const come = after.slice(start, after.length - end)
  const longer = Math.max(gone.length, come.length)
  const changed = longer > MAX_COMPARED ? longer : distance(gone, come)
  return changed / Math.max(before.length, after.length)
}
