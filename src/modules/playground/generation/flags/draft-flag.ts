import type { DraftFlag, FlagCode } from "../../entities/draft-flag"

export type { DraftFlag, FlagCode, FlagParams } from "../../entities/draft-flag"

/** Longest quotation in a message, in characters. */
const MAX_QUOTED = 120

/** A text on one line and of bounded length. */
export function excerptOf(text: string): string {
  // Only as much as can be shown is looked at: a quotation may begin a text of 50,000 characters.
  const line = [
    ...text
      .slice(0, MAX_QUOTED * 4)
      .replace(/\s+/g, " ")
      .trim(),
  ]
  return line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED).join("")}…` : line.join("")
}

/** A text in quotation marks, on one line and of bounded length. */
export const quote = (text: string): string => `"${excerptOf(text)}"`

/** The flag for something that was found in the text; none for null. */
export function flagFound(
  code: FlagCode,
  found: string | null | undefined,
  toMessage: (quoted: string) => string
): DraftFlag[] {
  if (!found) return []
  return [{ code, message: toMessage(quote(found)), params: { text: excerptOf(found) } }]
}
