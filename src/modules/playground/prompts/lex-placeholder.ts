/** A piece of what stands between `{{` and `}}`. */
export interface LexedToken {
  type: "word" | "text" | "dot" | "open" | "close" | "pipe" | "colon" | "comma" | "operator"
  /** As written. */
  raw: string
  /** As Liquid reads it: with straight quotes. */
  liquid: string
  /** Of a quoted text: what it says. */
  value?: string
  /** Index in the prompt. */
  begin: number
  end: number
}

// Word processors turn straight quotes into the quotes of some language, or into one of each.
const DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d"
const SINGLE = "\u2018\u2019\u201a\u201b\u2039\u203a"
/** Longest text in curly quotes, in characters: the search for its end goes no further. */
const MAX_CURLY = 500
/** A closing quote is followed by what goes on in a placeholder: `‘it’s you’` ends at its last. */
const END = String.raw`(?=\s*(?:[|,:\])]|-?\}\}))`

const curly = (family: string, straight: string) =>
  String.raw`[${family}][^{}\n]{0,${MAX_CURLY}}?[${family}${straight}]${END}`
const mixed = (family: string, straight: string) =>
  String.raw`${straight}[^${straight}{}\n]{0,${MAX_CURLY}}?[${family}]${END}`

const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    String.raw`(?<mixed>${mixed(DOUBLE, '"')}|${mixed(SINGLE, "'")})`,
    String.raw`(?<straight>"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')`,
    String.raw`(?<curly>${curly(DOUBLE, '"')}|${curly(SINGLE, "'")})`,
    String.raw`(?<word>-?\d+\.\d+|-?[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_]|-(?!\}\}))*)`,
    String.raw`(?<operator>\|\||\?\?|\?:|&&|==|!=|<>|<=|>=|[^])`,
  ].join("|"),
  "uy"
)

const SIGNS: Record<string, LexedToken["type"] | undefined> = {
  ".": "dot",
  "[": "open",
  "]": "close",
  "|": "pipe",
  ":": "colon",
  ",": "comma",
}

const quoted = (value: string) =>
  value.includes('"') && !value.includes("'") && !value.includes("\\")
    ? `'${value}'`
    : `"${value.replace(/["\\]/g, "\\$&")}"`

/** The pieces of one placeholder. */
export interface LexedPlaceholder {
  tokens: LexedToken[]
  /** False when it has no `}}`. */
  isClosed: boolean
  /** Index behind its `}}`, else where reading stopped: the next braces, or the end of the text. */
  end: number
}

/** Reads on from behind a `{{` (and the dash that may follow it). */
export function lexPlaceholder(text: string, begin: number): LexedPlaceholder {
  const tokens: LexedToken[] = []
  let at = begin
  while (at < text.length) {
    if (text.startsWith("}}", at)) return { tokens, isClosed: true, end: at + 2 }
    if (text.startsWith("-}}", at)) return { tokens, isClosed: true, end: at + 3 }
    if (text.startsWith("{{", at) || text.startsWith("{%", at)) break
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) break
    const end = at + found[0].length
    const token = toToken(found, at, end)
    if (token) tokens.push(token)
    at = end
  }
  return { tokens, isClosed: false, end: at }
}

function toToken(found: RegExpExecArray, begin: number, end: number): LexedToken | null {
  const [raw] = found
  const { space, mixed: half, straight, curly: round, word } = found.groups ?? {}
  if (space !== undefined) return null
  if (straight !== undefined) {
    return { type: "text", raw, liquid: raw, value: raw.slice(1, -1), begin, end }
  }
  if (half !== undefined || round !== undefined) {
    const value = raw.slice(1, -1)
    return { type: "text", raw, liquid: quoted(value), value, begin, end }
  }
  const type = word === undefined ? (SIGNS[raw] ?? "operator") : "word"
  return { type, raw, liquid: raw, begin, end }
}
