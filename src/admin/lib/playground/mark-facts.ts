import type { Preview } from "./types"

type Instruction = NonNullable<Preview["instruction"]>

/** A piece of an instruction: words of the prompt, or a value with the name that it goes by. */
export interface InstructionPart {
  text: string
  /** Undefined: words of the prompt. */
  name?: string
}

/** The instruction as a person reads it: each name between angle brackets is its value. */
export function markFacts({ text, facts }: Instruction): InstructionPart[] {
  const values = new Map(facts.map(({ name, value }) => [`<${name}>`, { name, text: value }]))
  const parts = text.split(/(<[^<>\s]+>)/)
  return parts.filter((part) => part !== "").map((part) => values.get(part) ?? { text: part })
}
