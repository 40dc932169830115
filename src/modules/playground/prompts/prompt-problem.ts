import type { NameReference } from "./placeholder"

/** Why a placeholder cannot be filled in, for machines: the dashboard words each in its language. */
export const PROMPT_PROBLEM_CODES = [
  "unknown_name",
  "operator",
  "unknown_filter",
  "unknown_tag",
  "not_a_placeholder",
] as const
export type PromptProblemCode = (typeof PROMPT_PROBLEM_CODES)[number]

/** One thing in a prompt that keeps it from being used. */
export interface PromptProblem {
  code: PromptProblemCode
  /** Of the first character of `text`, from 1. */
  line: number
  /** From 1, in UTF-16 units. */
  column: number
  /** The placeholder or tag as it stands in the prompt. */
  text: string
  /** What is wrong in it: the name, the operator, the filter or the tag. */
  name: string
  /** What to write in place of `text`; null where nothing is near enough. */
  suggestion: string | null
  /** What is wrong, in English and without the place. */
  message: string
}

/** A problem before it is told. */
export interface FoundProblem extends PromptProblem {
  /** Index of `text` in the prompt. */
  begin: number
  /** Of a name that is not known, with its scope: the nearest one that exists is looked for. */
  unknown?: NameReference
}

/** Where an index lies in a prompt. */
export function toPlace(
  text: string,
  begin: number
): Pick<FoundProblem, "begin" | "line" | "column"> {
  const before = text.slice(0, begin).split("\n")
  return { begin, line: before.length, column: (before.at(-1) ?? "").length + 1 }
}

/** Without what only the search for a better name needs. */
export function toPromptProblem({ begin, unknown, ...problem }: FoundProblem): PromptProblem {
  return problem
}
