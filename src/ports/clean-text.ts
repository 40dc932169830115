/** Joins letters of Arabic and Indic scripts, and emoji: without it words and families fall apart. */
const JOINED = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})|(?<=[\p{Emoji}\ufe0f])\u200d(?=\p{Emoji})/u
/** Says whether a sign is drawn in colour or as text. */
const PRESENTED = /(?<=\p{Emoji})[\ufe0e\ufe0f]/u
/** The flags of regions: a black flag and tags that are not seen by themselves. */
const REGION_FLAG = /\u{1f3f4}[\u{e0020}-\u{e007f}]+/u
/** Controls but tab and line break, halves of characters, and whatever takes no room. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Surrogate}]/u

const PARTS = new RegExp(
  `(${[JOINED, PRESENTED, REGION_FLAG].map(({ source }) => source).join("|")})|${UNSEEN.source}`,
  "gu"
)

/**
 * A text as a mail can carry it: line breaks are `\n`, and controls, lone surrogates, zero-width
 * characters and direction marks are gone. Those that make a sign what it is stay: the joiners within
 * words and emoji, variation selectors, the tags of flags.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(PARTS, (_, kept: string | undefined) => kept ?? "")
}
