import { createHash } from "node:crypto"

/** A number from 0 to 2^32 - 1 that is the same for the same words, and else as good as drawn. */
function draw(...words: string[]): number {
  return createHash("sha256").update(words.join("\n")).digest().readUInt32BE(0)
}

/**
 * Whether a person sees the second batch's draft on the left. Drawn per pair and person and never
 * stored, so it cannot change between a look and the next: pair ids are random and say nothing.
 */
export const isSwapped = (pair_id: string, person: string): boolean =>
  draw("side", pair_id, person) % 2 === 1

/** The pair that a person sees next: each person has an order of their own, the same at every call. */
export function nextPair(pair_ids: readonly string[], person: string): string | null {
  let next: { id: string; rank: number } | null = null
  for (const id of pair_ids) {
    const rank = draw("order", id, person)
    if (!next || rank < next.rank) next = { id, rank }
  }
  return next?.id ?? null
}

export type SideChoice = "left" | "right" | "equal"
export type BatchChoice = "first" | "second" | "equal"

/** What a choice of sides says about the batches. */
export function toBatchChoice(choice: SideChoice, pair_id: string, person: string): BatchChoice {
  if (choice === "equal") return "equal"
  return (choice === "left") === isSwapped(pair_id, person) ? "second" : "first"
}
