/** One value that a prompt asks for. */
export interface PromptFact {
  /** As it stands in the instruction between angle brackets: `lead.first_name`. */
  name: string
  /** Filters and fallbacks applied; may be blank. Untrusted, where it comes from a lead. */
  value: string
}

/** A batch's prompt without anybody's data in it: the same for every lead. */
export interface DraftInstruction {
  /** Each placeholder replaced by the name of its value: `Greet <lead.first_name>.` */
  text: string
  /** The values for this lead, each name once, in the order of the text. */
  facts: PromptFact[]
}
