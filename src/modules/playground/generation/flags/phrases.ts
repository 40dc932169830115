/**
 * How a sentence is known by what it says, whoever worded it: every pattern is in it, and the exemption
 * is not. Patterns are written for lower case and straight apostrophes.
 */
export interface PhraseRule {
  all: readonly RegExp[]
  unless?: RegExp
}

/** A sentence as a pattern reads it, and as it stands in the text. */
export interface Sentence {
  text: string
  lower: string
}

/** Longer than any sentence of a mail. What goes on is read as the next one, so a text without a full stop costs no more. */
const MAX_SENTENCE = 400
/** Beyond the first and the last of them a text is no mail, and is only read in part. */
const MAX_SENTENCES = 400
const SENTENCE = new RegExp(
  String.raw`[^.!?\n]{1,${MAX_SENTENCE}}(?:\.(?=\S)[^.!?\n]{1,80})*[.!?]*`,
  "gu"
)

/** The sentences and lines of a normalised text, in order. */
export function sentencesOf(text: string): Sentence[] {
  const sentences = (text.match(SENTENCE) ?? [])
    .map((found) => found.trim())
    .filter((found) => found !== "")
  const read =
    sentences.length > MAX_SENTENCES
      ? [...sentences.slice(0, MAX_SENTENCES / 2), ...sentences.slice(-MAX_SENTENCES / 2)]
      : sentences
  return read.map((sentence) => ({ text: sentence, lower: toPlainLower(sentence) }))
}

/** In lower case, with straight apostrophes. */
export const toPlainLower = (text: string): string => text.toLowerCase().replace(/[’‘ʼ]/g, "'")

/** Whether one of the rules says what the sentence says. */
export const isSaid = (rules: readonly PhraseRule[], { lower }: Sentence): boolean =>
  rules.some(
    ({ all, unless }) => all.every((pattern) => pattern.test(lower)) && !unless?.test(lower)
  )

/** The patterns of a rule that may stand anywhere in a sentence, and so in the text around it. */
const ANYWHERE = new WeakMap<PhraseRule, readonly RegExp[]>()

function patternsAnywhere(rule: PhraseRule): readonly RegExp[] {
  const known = ANYWHERE.get(rule)
  if (known) return known
  const patterns = rule.all.filter(({ source }) => !source.includes("^"))
  ANYWHERE.set(rule, patterns)
  return patterns
}

/** The first sentence that one of the rules knows. */
export function findSaid(
  sentences: readonly Sentence[],
  rules: readonly PhraseRule[]
): string | undefined {
  // Most texts hold no pattern of most rules: looking at them whole first costs a fifth.
  const whole = sentences.map(({ lower }) => lower).join(" ")
  const likely = rules.filter((rule) =>
    patternsAnywhere(rule).every((pattern) => pattern.test(whole))
  )
  return likely.length === 0
    ? undefined
    : sentences.find((sentence) => isSaid(likely, sentence))?.text
}
