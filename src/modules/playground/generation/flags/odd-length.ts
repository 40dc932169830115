import type { DraftFlag } from "./draft-flag"

/** RFC 5322, 2.1.1: longer lines should not be; mail programs cut subjects well before. */
const LONG_SUBJECT = 78
/** About 800 words. */
const LONG_BODY = 5_000
const SHORT_BODY = 20
/** No mail ends so; a signature may end without any mark. */
const OPEN_END = /[,:;([{–—-]$|\b(?:and|or|the|to|of|und|oder|der|die|das|et|ou|de|y|o)$/iu

/** A draft that is nearly empty, goes on for ever, or stops in mid-sentence. */
export function findOddLength(draft: {
  subject: string
  body: string
  finish_reason?: string
}): DraftFlag[] {
  const { subject, finish_reason } = draft
  const body = draft.body.trim()
  const flags: DraftFlag[] = []
  if (finish_reason === "length" || OPEN_END.test(body)) {
    flags.push({ code: "cut_off", message: "The body seems to stop in mid-sentence." })
  }
  if (body.length < SHORT_BODY) {
    flags.push({ code: "too_short", message: `The body has only ${body.length} characters.` })
  }
  if (subject.length > LONG_SUBJECT) {
    const message = `The subject has ${subject.length} characters: most mail programs cut it.`
    flags.push({ code: "too_long", message })
  }
  if (body.length > LONG_BODY) {
    const message = `The body has ${body.length} characters: few will read it to its end.`
    flags.push({ code: "too_long", message })
  }
  return flags
}
