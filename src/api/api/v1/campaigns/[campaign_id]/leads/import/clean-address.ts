import { cleanText, withoutInvisible } from "./clean-cell"

/** An address as somebody wrote it, and the name that stood beside it. */
export interface WrittenAddress {
  email: string
  name: string | null
}

/** Most cells. */
const BARE = /^[^\s<>()[\]"',;:]+$/

/** As East Asian keyboards write them. */
const FULL_WIDTH = /[\uff01-\uff5e\ufe6b\u3002\uff61]/g
const toHalfWidth = (letter: string) => {
  if (letter === "\ufe6b") return "@"
  const code = letter.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : "."
}

/**
 * Takes an address out of what people paste: `Zoë Berg <zoe@example.com>`, `zoe@example.com (Zoë)`,
 * `mailto:zoe@example.com?subject=…`, `[zoe@example.com](mailto:…)`, Access's
 * `zoe@example.com#mailto:zoe@example.com#`, with quotes, brackets, invisible characters or a comma around
 * it, and the one that a cell has twice. Anything else comes back as it is: what is no address, or
 * several, is refused, and told.
 */
export function readAddress(cell: string): WrittenAddress {
  const text = withoutInvisible(cell).replace(FULL_WIDTH, toHalfWidth).trim()
  const named = /^([^<>]*)<\s*([^<>]*)\s*>[,;\s]*$/.exec(text)
  if (named) return { email: bare(named[2] ?? ""), name: cleanName(named[1] ?? "") }
  const link = /^\[([^\]]*)\]\((mailto:[^)]*)\)$/i.exec(text)
  if (link) return { email: bare(link[2] ?? ""), name: cleanName(link[1] ?? "") }
  const noted = /^([^\s()]+@[^\s()]+)\s*\(([^()]*)\)$/.exec(text)
  if (noted) return { email: bare(noted[1] ?? ""), name: cleanName(noted[2] ?? "") }
  const hyperlink = /^([^#]*)#mailto:([^#]*)#[^#]*$/i.exec(text)
  if (hyperlink) return { email: bare(hyperlink[2] ?? ""), name: cleanName(hyperlink[1] ?? "") }
  if (BARE.test(text) && !text.endsWith(".")) return { email: text, name: null }
  const [first = "", ...others] = text
    .split(/[\s,;|]+|:::/)
    .map(bare)
    .filter(Boolean)
  const isOne = others.every((other) => other.toLowerCase() === first.toLowerCase())
  return { email: isOne ? first : bare(text), name: null }
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^['"<([,;\s]+|['">)\],;.\s]+$/g, "")
    .replace(/^(?:mailto|smtp):/i, "")
    .replace(/^([^?]*@[^?]*)\?.*$/s, "$1")
    .trim()
}

/** A name is none where it is the address once more. */
function cleanName(text: string): string | null {
  const name = cleanText(text.trim().replace(/^["']+|["']+$/g, ""))
  return name === "" || name.includes("@") ? null : name
}

/** A word in capitals throughout, and more than initials. */
const isCapital = (word: string) => /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(word)

/** `Zoë Berg`, `Berg, Zoë` and `BERG Zoë`; one word is a first name. */
export function splitName(name: string): { first_name: string; last_name?: string } {
  const [last, first, ...more] = name.split(",").map((part) => part.trim())
  if (last && first && more.length === 0) return { first_name: first, last_name: last }
  const words = name.split(/\s+/)
  const capitals = words.findIndex((word) => !isCapital(word))
  if (capitals > 0) {
    return {
      first_name: words.slice(capitals).join(" "),
      last_name: words.slice(0, capitals).join(" "),
    }
  }
  const lastWord = words.pop() ?? ""
  return words.length === 0
    ? { first_name: lastWord }
    : { first_name: words.join(" "), last_name: lastWord }
}
