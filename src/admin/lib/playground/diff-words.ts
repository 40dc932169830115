import { diffWordsWithSpace } from "diff"

/** A run of text that both have, that only the old one has, or only the new one. */
export interface DiffPart {
  kind: "same" | "removed" | "added"
  text: string
}

/** Beyond so many changed words a text counts as rewritten: nobody reads such a mixture. */
const MAX_CHANGES = 1_000

/**
 * What changed from one text to another, word by word. The parts that are not `added` make up `before`,
 * those that are not `removed` make up `after`, both to the byte.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MAX_CHANGES })
  if (!changes) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]
  }
  return changes.map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }))
}
