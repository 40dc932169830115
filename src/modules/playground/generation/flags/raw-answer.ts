import { flagFound, type DraftFlag } from "./draft-flag"

/** Seams of a model's answer: its thoughts, its tokens, the object that it was asked for. */
const SEAM =
  /<\/?(?:think|thinking|thought|thoughts|reasoning|reflection|scratchpad|answer|response|output)>|<\|[a-z_]{2,30}\|>|\[\/?inst\]|<\/?s>|^\s{0,20}[[{]\s{0,20}"[\w-]{1,40}"\s{0,9}:|"(?:subject|body)"\s{0,9}:\s{0,9}"/i

/** An answer of a model that stands there as it came. */
export function findRawAnswer(text: string, body: string): DraftFlag[] {
  const found = /[<[{"]/.test(text) ? (SEAM.exec(text) ?? SEAM.exec(body)) : null
  return flagFound(
    "raw_answer",
    found?.[0],
    (quoted) => `${quoted} belongs to a model's answer, not into a mail.`
  )
}
