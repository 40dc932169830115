import { cleanText, withoutInvisible } from "./clean-cell"

/** An address as somebody wrote it, and the name that stood beside it. */
export interface WrittenAddress {
  email: string
  name: string | null
}

/** Most cells. */
const BARE = /^[^\s<>()[\]"',;:]+$/

/**
 * Takes an address out of what people paste: `Zoë Berg <zoe@example.com>`, `zoe@example.com (Zoë)`,
 * `mailto:zoe@example.com?subject=…`, `[zoe@example.com](mailto:…)`, with quotes, invisible characters
 * or a comma around it. Anything else comes back as it is: what is no address is refused, and told.
 */
export function readAddress(cell: string): WrittenAddress {
  const text = withoutInvisible(cell).trim()
  const named = /^([^<>]*)<\s*([^<>]*)\s*>[,;\s]*$/.exec(text)
  if (named) return { email: bare(named[2] ?? ""), name: cleanName(named[1] ?? "") }
  const link = /^\[([^\]]*)\]\((mailto:[^)]*)\)$/i.exec(text)
  if (link) return { email: bare(link[2] ?? ""), name: cleanName(link[1] ?? "") }
  const noted = /^([^\s()]+@[^\s()]+)\s*\(([^()]*)\)$/.exec(text)
  if (noted) return { email: bare(noted[1] ?? ""), name: cleanName(noted[2] ?? "") }
  return { email: BARE.test(text) ? text : bare(text), name: null }
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^['"]+|['",;]+$/g, "")
    .replace(/^mailto:/i, "")
    .replace(/^([^?]*@[^?]*)\?.*$/s, "$1")
    .trim()
}

/** A name is none where it is the address once more. */
function cleanName(text: string): string | null {
  const name = cleanText(text.trim().replace(/^["']+|["']+$/g, ""))
  return name === "" || name.includes("@") ? null : name
}

/** `Zoë Berg` and `Berg, Zoë`; one word is a first name. */
export function splitName(name: string): { first_name: string; last_name?: string } {
  const [last, first, ...more] = name.split(",").map((part) => part.trim())
  if (last && first && more.length === 0) return { first_name: first, last_name: last }
  const words = name.split(/\s+/)
  const lastWord = words.pop() ?? ""
  return words.length === 0
    ? { first_name: lastWord }
    : { first_name: words.join(" "), last_name: lastWord }
}
