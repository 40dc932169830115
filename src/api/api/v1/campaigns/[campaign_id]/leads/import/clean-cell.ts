import { DEFAULT_EMPTY_VALUES } from "../../../../../../../modules/playground"

/** Nothing to see: zero-width characters, marks of direction, soft hyphens, byte order marks. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
/**
 * Those of them that stand in no text for a reason. The others join letters of Persian, Hindi and
 * emoji, or turn a name that is written from the right; they go only from the ends.
 */
const NEVER_MEANT = /[\u00ad\u180e\u200b\u2060\ufeff]/g
const ENDS = new RegExp(`^(?:\\s|${INVISIBLE.source})+|(?:\\s|${INVISIBLE.source})+$`, "g")
/** A spreadsheet's mark that a cell is text, where the text would be a formula or a number. */
const TEXT_MARK = /^'(?=[=+\-@\d])/
/** A formula that is only there to keep a cell text: `="0049301234"`. */
const TEXT_FORMULA = /^="([^"]*)"$/

/** Most cells, which need none of it. */
const PLAIN = /^(?:[!-&(-<>-~](?:[ -~]*[!-~])?)?$/

/** A cell or header as a person reads it: without what nobody sees, and spaces around it. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(NEVER_MEANT, "")
    .replace(ENDS, "")
    .replace(TEXT_MARK, "")
    .replace(TEXT_FORMULA, "$1")
}

export const withoutInvisible = (text: string) => text.replace(INVISIBLE, "")

/** Beside what says so in a prompt: what only a spreadsheet's cell says. */
const NO_VALUE = new Set<string>([
  ...DEFAULT_EMPTY_VALUES,
  ...`n.a.;n.a;#na;\\n;.;?;_;/;(vide);(vacío);k.a.;k. a.;k.a;n.v.;n.d.;s/d;sin datos`.split(";"),
])
/** Only as machines write them: Na, Nil and Nan are people's names. */
const NO_VALUE_AS_WRITTEN = new Set("NA na NIL nil NaN NAN nan".split(" "))

/** The longest of them are words such as "nicht verfügbar". */
const MAX_NO_VALUE_LENGTH = 20

/** True for a cell that says in words that it holds nothing: `N/A`, `null`, `-`, `#REF!`, `k. A.` */
export const saysNothing = (text: string) =>
  text.length <= MAX_NO_VALUE_LENGTH &&
  (NO_VALUE.has(text.toLowerCase()) || NO_VALUE_AS_WRITTEN.has(text))
