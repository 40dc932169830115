import { diffWordsWithSpace } from "diff"

/** A run of text that both have, that only the old one has, or only the new one. */
export interface DiffPart {
  kind: "same" | "removed" | "added"
  text: string
}

/** Beyond so many changed words a text counts as rewritten: nobody reads such a mixture. */
const MAX_CHANGES = 1_000

/** Between two changed words, on one line. */
const isGap = ({ kind, text }: DiffPart) => kind === "same" && /^[^\S\n]+$/.test(text)

/**
 * The same change as a reader sees it: words that went one after the other as one run, and behind it what
 * came in their place, instead of by turns. Both texts can still be read back to the byte.
 */
export function joinChanges(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  let run: DiffPart[] = []
  const close = () => {
    const gap = run.at(-1)?.kind === "same" ? run.pop() : undefined
    const textWithout = (kind: DiffPart["kind"]) =>
      run.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("")
    const isMixed = (["removed", "added"] as const).every((kind) =>
      run.some((part) => part.kind === kind)
    )
    if (isMixed) {
      joined.push({ kind: "removed", text: textWithout("added") })
      joined.push({ kind: "added", text: textWithout("removed") })
    } else joined.push(...run)
    if (gap) joined.push(gap)
    run = []
  }
  for (const [place, part] of parts.entries()) {
    const goesOn = part.kind !== "same" || (run.length > 0 && isGap(part))
    if (goesOn) run.push(part)
    if (!goesOn || place === parts.length - 1) close()
    if (!goesOn) joined.push(part)
  }
  return joined
}

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
