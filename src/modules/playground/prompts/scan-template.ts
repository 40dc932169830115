import { lexPlaceholder, type LexedToken } from "./lex-placeholder"

/** What a prompt holds beside plain text, in its order. */
export type TemplatePart =
  | {
      type: "placeholder"
      begin: number
      end: number
      tokens: LexedToken[]
      open: string
      close: string
    }
  | { type: "unclosed"; begin: number }
  | { type: "tag"; begin: number; end: number; name: string }

const RAW_BLOCKS = ["raw", "comment"]

/** Finds placeholders and tags. What stands in `raw` and in `comment` is neither. */
export function scanTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  const opening = /\{\{-?|\{%-?\s*(\w+|\S)?/g
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const begin = found.index
    const [open, tag = ""] = found
    if (open.startsWith("{{")) {
      const { tokens, isClosed, end } = lexPlaceholder(text, begin + open.length)
      opening.lastIndex = end
      if (!isClosed) {
        parts.push({ type: "unclosed", begin })
        continue
      }
      const close = text.startsWith("-}}", end - 3) ? "-}}" : "}}"
      parts.push({ type: "placeholder", begin, end, tokens, open, close })
      continue
    }
    const end = RAW_BLOCKS.includes(tag) ? endOfBlock(text, begin, tag) : endOfTag(text, begin)
    if (end === null) break // Liquid says what is not closed, and where.
    if (!RAW_BLOCKS.includes(tag)) parts.push({ type: "tag", begin, end, name: tag })
    opening.lastIndex = end
  }
  return parts
}

function endOfTag(text: string, begin: number): number | null {
  const end = text.indexOf("%}", begin)
  return end < 0 ? null : end + 2
}

function endOfBlock(text: string, begin: number, name: string): number | null {
  const closing = new RegExp(String.raw`\{%-?\s*end${name}\s*-?%\}`, "g")
  closing.lastIndex = begin
  return closing.exec(text) ? closing.lastIndex : null
}
