import type { DraftRequest } from "../../../../ports"
import { flagFound, type DraftFlag } from "./draft-flag"
import { normalise, textsOf, wordsOf } from "./normalise"

/** So many words in a row are no coincidence. */
const RUN = 10
/** What fences the lead's data in: no mail has a reason to hold it. */
const FENCE = /<\/?data>/i
/** What a prompt quotes is there to be said. */
const QUOTED =
  /"[^"\n]{10,400}"|“[^”\n]{10,400}”|„[^“”\n]{10,400}[“”]|«[^»\n]{10,400}»|`[^`\n]{10,400}`/g
/** Stands between words that do not follow each other in the prompt's own text; no word is like it. */
const BREAK = "\n"

/**
 * The instruction's own words in the draft. A value that a placeholder brought (a company of twelve
 * words) and a sentence that the prompt quotes are no words of its own: they are meant for the mail.
 *
 * @param instruction what the model was told, placeholders filled; null where the prompt is the mail
 */
export function findPromptLeak(
  text: string,
  instruction: string | null,
  facts: Pick<DraftRequest, "lead" | "sender" | "campaign">
): DraftFlag[] {
  if (instruction === null) return []
  const leaked = FENCE.exec(text)?.[0] ?? findLeak(wordsOf(text), instruction, facts)
  return flagFound("prompt_leak", leaked, (quoted) => `${quoted} is the prompt's own text.`)
}

function findLeak(
  words: readonly string[],
  instruction: string,
  facts: Pick<DraftRequest, "lead" | "sender" | "campaign">
): string | null {
  // What stands there for the mail is told apart only where something was found: that is rare.
  if (findRun(words, wordsOf(normalise(instruction))) === null) return null
  return findRun(words, toldWords(instruction, facts))
}

/** The words of the instruction, with a break where a fact or a quotation stands. */
function toldWords(
  instruction: string,
  { lead, sender, campaign }: Pick<DraftRequest, "lead" | "sender" | "campaign">
): string[] {
  const values = textsOf([lead, sender?.data, sender?.profile_name, campaign.name])
  const description = campaign.description ?? ""
  const own = normalise(instruction).replace(QUOTED, BREAK)
  const words = own.split(BREAK).flatMap((part) => [...wordsOf(part), BREAK])
  return [...values, description].reduce(
    (told, value) => withoutRun(told, wordsOf(normalise(value))),
    words
  )
}

/** A value of fewer words cannot be what makes a run. */
const SHORTEST_VALUE = 3

/** `words` with a break in the place of each occurrence of `value`. */
function withoutRun(words: string[], value: readonly string[]): string[] {
  const [first] = value
  if (first === undefined || value.length < SHORTEST_VALUE || !words.includes(first)) return words
  const rest: string[] = []
  for (let at = 0; at < words.length; at++) {
    const isHere = words[at] === first && value.every((word, i) => words[at + i] === word)
    rest.push(isHere ? BREAK : (words[at] ?? BREAK))
    if (isHere) at += value.length - 1
  }
  return rest
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
