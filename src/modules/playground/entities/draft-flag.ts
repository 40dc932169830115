/** What a reviewer is to look at before a draft is approved. Never a refusal: a person decides. */
export const FLAG_CODES = [
  "suspicious_lead_data",
  "other_lead",
  "foreign_link",
  "foreign_address",
  "refusal",
  "instruction_as_mail",
  "raw_answer",
  "assistant_remark",
  "prompt_leak",
  "leftover_placeholder",
  "spintax",
  "label_in_text",
  "html",
  "markdown",
  "literal_escape",
  "mojibake",
  "cut_off",
  "too_short",
  "too_long",
  "wrong_language",
  "check_failed",
] as const
export type FlagCode = (typeof FLAG_CODES)[number]

/** One thing about a draft that a reviewer should look at. */
export interface DraftFlag {
  code: FlagCode
  /** One English sentence; may quote the draft or the lead, so it is text and never markup. */
  message: string
  /**
   * What the message says of this draft, to word it in another language. `text` is a quotation on one
   * line and of bounded length. Flags of before `params` existed have none.
   */
  params?: FlagParams
}

export type FlagParams = Readonly<Record<string, string | number>>
