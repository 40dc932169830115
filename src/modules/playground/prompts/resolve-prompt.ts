import { PROMPT_SOURCES, type PromptSource } from "../state-machine"
import type { ResolvedPromptDTO } from "../batches/dtos"
import { hashPrompt } from "./hash-prompt"
import { normalisePrompt } from "./normalise-prompt"

/** What each source offers; null or blank: nothing. */
export type PromptCandidates = Record<Exclude<PromptSource, "default">, string | null> & {
  /** Never blank. */
  default: string
}

/** The first prompt that is not blank: the request's, the campaign's, the sender's, the default. */
export function resolvePrompt(candidates: PromptCandidates): ResolvedPromptDTO {
  const source = PROMPT_SOURCES.find((name) => (candidates[name] ?? "").trim() !== "") ?? "default"
  const text = normalisePrompt(candidates[source] ?? candidates.default)
  return { text, source, hash: hashPrompt(text) }
}
