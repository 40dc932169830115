import { quote, type DraftFlag } from "./draft-flag"
import { normalise, wordsOf } from "./normalise"

/** So many words in a row are no coincidence. */
const RUN = 10
/** What fences the lead's data in: no mail has a reason to hold it. */
const FENCE = /<\/?data>/i

/**
 * The instruction's own words in the draft.
 *
 * @param instruction what the model was told, placeholders filled; null where the prompt is the mail
 */
export function findPromptLeak(text: string, instruction: string | null): DraftFlag[] {
  if (instruction === null) return []
  const leaked = FENCE.exec(text)?.[0] ?? findRun(wordsOf(text), wordsOf(normalise(instruction)))
  return leaked
    ? [{ code: "prompt_leak", message: `${quote(leaked)} is the prompt's own text.` }]
    : []
}

function findRun(words: readonly string[], told: readonly string[]): string | null {
  if (words.length < RUN || told.length < RUN) return null
  const runs = new Set<string>()
  for (let at = 0; at + RUN <= told.length; at++) runs.add(told.slice(at, at + RUN).join(" "))
  for (let at = 0; at + RUN <= words.length; at++) {
    const run = words.slice(at, at + RUN).join(" ")
    if (runs.has(run)) return run
  }
  return null
}
