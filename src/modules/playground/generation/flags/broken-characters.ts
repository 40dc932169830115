import { flagFound, type DraftFlag } from "./draft-flag"

/** `C:\new\notes` and `\\server\news` hold escapes that are none. */
const PATHS = /(?<![\p{L}\p{N}])(?:[a-z]:|\\)\\[^\s"<>|]{0,260}/giu
const ESCAPE =
  /\\r?\\n|\\r\\n|(?:\\n){2}|(?<=[\p{P}\s]|^)\\[nrt]|\\[nr](?=\p{Lu}|[\s\p{P}]|$)|\\[nt](?=[-•*¿¡\d])|\\["']|\\u[\da-f]{4}|\\x[\da-f]{2}|(?<=\p{P})\/n(?![\p{L}\p{N}])|(?:\/n){2}|%0[AD]/iu

/** Line breaks and signs that stand there as a program writes them: `\n`, `\"`, `\u00e9`. */
export function findLiteralEscape(text: string): DraftFlag[] {
  if (!/[\\]|\/n|%0/i.test(text)) return []
  const prose = text.includes("\\") ? text.replace(PATHS, " ") : text
  const [found] = ESCAPE.exec(prose) ?? []
  return flagFound(
    "literal_escape",
    found,
    (quoted) => `${quoted} stands in the text as a program writes it.`
  )
}

/** What Windows-1252 shows for the bytes 0x80 to 0xBF, with which the rest of a UTF-8 character goes on. */
const TAIL = "[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
/** Without what may follow a capital letter: „Ä“, AMANHÃ… */
const SURE_TAIL = "[\\u0080-\\u009f\\u00a1-\\u00ba\\u00bc-\\u00bf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]"
const MOJIBAKE = new RegExp(
  [
    `[\\u00c2-\\u00c5]${SURE_TAIL}|(?<!\\p{Lu})[ÂÃ]${TAIL}`, // UTF-8 of Latin letters, read as Windows-1252: Ã¼
    String.raw`(?<=\p{Ll})[ÃÂ](?!\p{Lu})`, // the same, its no-break space lost
    `â${TAIL}{1,2}|ð[\\u0080-\\u00bfŸž]|ï»¿|ï¿½`, // of quotation marks, emoji, a byte-order mark
    `(?:[ÐÑ]${TAIL}){2}|(?:Ð[\\u00b0-\\u00bf]|Ñ[\\u0080-\\u008f‚ƒ„…†‡ˆ‰]){2}`, // of Cyrillic
    String.raw`[├┬][\u2500-\u25ff\u00a0-\u00ff]`, // as code page 437
    String.raw`√[º§∂†üƒ©®±≥°°]|¬[´ªø©®∞¢£]`, // as Mac Roman
    String.raw`(?<=\p{Ll})[÷³²¤¼½¾¹](?=\p{Ll})`, // Latin-1 as code page 850
    String.raw`(?<=\p{Ll})[À-ÖØ-Þ](?![\p{L}])|(?<=\p{L})[¸¨¯‰‡](?=\p{Ll})`, // Mac Roman as Windows-1252
    String.raw`\ufffd`,
    String.raw`[\u0080-\u009f]`, // controls that no mail has
  ].join("|"),
  "u"
)
/** `K?ln`: what a program put where it knew no better. */
const LOST_LETTER = /(?<![\p{L}\p{N}/?&=._#-])\p{L}{1,30}\?\p{Ll}{1,30}(?![\p{L}\p{N}=&/?])/u
const MAY_BE_BROKEN = /[^\x20-\x7e\n]|\p{L}\?\p{Ll}/u

/**
 * Characters that were read in another encoding than they were written in.
 *
 * @param text not normalised: compatibility forms resolve the very signs by which it is known
 */
export function findMojibake(text: string): DraftFlag[] {
  if (!MAY_BE_BROKEN.test(text)) return []
  const hit = MOJIBAKE.exec(text) ?? LOST_LETTER.exec(text)
  const found = hit && text.slice(Math.max(0, hit.index - 12), hit.index + hit[0].length + 12)
  return flagFound("mojibake", found, (quoted) => `${quoted} holds characters that were misread.`)
}
