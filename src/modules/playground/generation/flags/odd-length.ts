import type { DraftFlag } from "./draft-flag"

/** RFC 5322, 2.1.1: longer lines should not be; mail programs cut subjects well before. */
const LONG_SUBJECT = 78
/** About 800 words. */
const LONG_BODY = 5_000
const SHORT_BODY = 20
/** No mail ends so; a signature may end without any mark. */
const OPEN_END = /[,:;([{–—-]$/u
/** Words behind which something must follow. */
const OPEN_WORD =
  /\s(?:and|or|the|to|of|a|an|with|for|that|because|und|oder|der|die|das|dass|mit|für|von|ein|eine|et|ou|de|du|des|le|les|un|une|que|pour|avec|y|o|el|los|las|una|con|para|per|che|di|il|gli|e|del|della)$/iu
/** A last line of fewer words may be a name ("Di", "An Le"). */
const WORDS_OF_A_NAME = 4
/** "Best," and the like, below a finished sentence: the signature is put below by somebody else. */
const CLOSING = /[.!?…)][^\S\n]{0,9}\n\s{0,9}[\p{L}][\p{L}'’ -]{1,40},$/u

function stopsInMidSentence(body: string): boolean {
  const end = body.slice(-400)
  if (OPEN_END.test(end)) return !CLOSING.test(end)
  const lastLine = end.slice(end.lastIndexOf("\n") + 1)
  return OPEN_WORD.test(lastLine) && lastLine.trim().split(/\s+/).length > WORDS_OF_A_NAME
}

/** A draft that is nearly empty, does not stop, or stops in mid-sentence. */
export function findOddLength(draft: {
  subject: string
  body: string
  finish_reason?: string
}): DraftFlag[] {
  const { subject, finish_reason } = draft
  const body = draft.body.trim()
  const flags: DraftFlag[] = []
  if (finish_reason === "length" || stopsInMidSentence(body)) {
    flags.push({ code: "cut_off", message: "The body seems to stop in mid-sentence.", params: {} })
  }
  if (body.length < SHORT_BODY) {
    flags.push({
      code: "too_short",
      message: `The body has only ${body.length} characters.`,
      params: { part: "body", characters: body.length },
    })
  }
  if (subject.length > LONG_SUBJECT) {
    flags.push({
      code: "too_long",
      message: `The subject has ${subject.length} characters: most mail programs cut it.`,
      params: { part: "subject", characters: subject.length },
    })
  }
  if (body.length > LONG_BODY) {
    flags.push({
      code: "too_long",
      message: `The body has ${body.length} characters: few will read it to its end.`,
      params: { part: "body", characters: body.length },
    })
  }
  return flags
}
