/** A run of text that both have, that only the old one has, or only the new one. */
export interface DiffPart {
  kind: "same" | "removed" | "added"
  text: string
}

/** Cells of the comparison table; beyond it the middle counts as rewritten as a whole. */
const MAX_CELLS = 4_000_000

const toWords = (text: string) => text.match(/\s+|[\p{L}\p{N}_'’]+|[^\s\p{L}\p{N}_'’]/gu) ?? []

/**
 * What changed from one text to another, word by word. The parts that are not `added` make up `before`,
 * those that are not `removed` make up `after`, both to the byte.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = toWords(before)
  const now = toWords(after)
  const start = countEqual(old, now)
  const end = countEqual(old.slice(start).reverse(), now.slice(start).reverse())
  const middle = diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return join([
    { kind: "same", text: old.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: old.slice(old.length - end).join("") },
  ])
}

/** How many words the two have in common from their start. */
function countEqual(old: readonly string[], now: readonly string[]): number {
  const first = old.findIndex((word, index) => word !== now[index])
  return first === -1 ? old.length : first
}

function diffMiddle(old: readonly string[], now: readonly string[]): DiffPart[] {
  if (old.length * now.length > MAX_CELLS) {
    return [
      { kind: "removed", text: old.join("") },
      { kind: "added", text: now.join("") },
    ]
  }
  const common = longestCommon(old, now)
  const width = now.length + 1
  const parts: DiffPart[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const [was, is] = [old[i], now[j]]
    if (was !== undefined && was === is) {
      parts.push({ kind: "same", text: was })
      i++
      j++
      continue
    }
    const ifRemoved = was === undefined ? -1 : (common[(i + 1) * width + j] ?? 0)
    const ifAdded = is === undefined ? -1 : (common[i * width + j + 1] ?? 0)
    if (ifRemoved >= ifAdded) parts.push({ kind: "removed", text: old[i++] ?? "" })
    else parts.push({ kind: "added", text: now[j++] ?? "" })
  }
  return parts
}

/** Length of the longest common subsequence of `old` from i on and `now` from j on, row by row. */
function longestCommon(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1
  const table = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i * width + j] =
        old[i] === now[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
    }
  }
  return table
}

/** Neighbours of one kind become one part; empty ones go. */
function join(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.text === "") continue
    if (last?.kind === part.kind) last.text += part.text
    else joined.push({ ...part })
  }
  return joined
}
