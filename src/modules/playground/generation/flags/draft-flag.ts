/** What a reviewer is to look at before a draft is approved. Never a refusal: a person decides. */
export const FLAG_CODES = [
  "leftover_placeholder",
  "other_lead",
  "foreign_link",
  "foreign_address",
  "prompt_leak",
  "cut_off",
  "too_short",
  "too_long",
  "wrong_language",
  "suspicious_lead_data",
  "check_failed",
] as const
export type FlagCode = (typeof FLAG_CODES)[number]

/** One thing about a draft that a reviewer should look at. */
export interface DraftFlag {
  code: FlagCode
  /** One English sentence; may quote the draft or the lead, so it is text and never markup. */
  message: string
}

/** Longest quotation in a message, in characters. */
const MAX_QUOTED = 120

/** A text in quotation marks, on one line and of bounded length. */
export function quote(text: string): string {
  const line = [...text.replace(/\s+/g, " ").trim()]
  return line.length > MAX_QUOTED
    ? `"${line.slice(0, MAX_QUOTED).join("")}…"`
    : `"${line.join("")}"`
}
