import { flagFound, type DraftFlag } from "./draft-flag"

/** Names of HTML elements that mails are written with; others in angle brackets may be anything. */
const ELEMENT =
  "p|br|hr|div|span|strong|em|ul|ol|li|h[1-6]|table|tbody|thead|tr|td|th|font|center|img|html|head|body|style|script|title|meta|link|blockquote|pre|code|small|big|sub|sup|del|ins|mark|button|section|article|header|footer|main|nav|iframe|svg|input|form|label|details|summary|figure|dl|dt|dd"
const TAG = new RegExp(
  [
    String.raw`</(?:${ELEMENT}|a|b|i|u|s|q)\s{0,9}>`,
    String.raw`<(?:${ELEMENT})(?:\s[^<>]{0,300})?/?>`,
    // Of one letter: `List<A>` is a type.
    String.raw`(?<![\p{L}\p{N}_])<[abiusq](?:\s[^<>]{0,300})?>`,
    String.raw`<a\s{1,9}href\b|<!--|<!doctype\b|<!\[cdata\[`,
  ].join("|"),
  "iu"
)
const ENTITY =
  /&(?:#\d{2,7}|#x[\da-f]{2,6}|[a-z]{1,2}(?:grave|acute|circ|tilde|uml|ring|cedil|slash|caron|lig|breve|macr|ogon)|szlig|nbsp|amp|lt|gt|quot|apos|[nm]dash|hellip|[lrsb][sbd]quo|[lr]s?aquo|bull|middot|euro|pound|yen|cent|copy|reg|trade|deg|times|divide|plusmn|shy|zwn?j|iexcl|iquest|ord[fm]|sect|para|eth|thorn|[lrud]arr|micro|frac\d\d|sup[123]|hearts|check|star|ensp|emsp|thinsp|dagger|permil|newline|tab|comma|period|colon|excl|quest|lpar|rpar|num|dollar|percnt|commat)(?:;|(?<=&nbsp)(?=\W|$))/i

/** HTML in what goes out as plain text. */
export function findHtml(text: string): DraftFlag[] {
  const found =
    (text.includes("<") ? TAG.exec(text)?.[0] : undefined) ??
    (text.includes("&") ? ENTITY.exec(text)?.[0] : undefined)
  return flagFound("html", found, (quoted) => `${quoted} is HTML: the mail is plain text.`)
}

const MARKDOWN = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}*])\*\*(?=[^\s*])[^*\n]{1,200}\*\*`, // **bold**
    String.raw`(?<![^\s("'„“«¿¡])\*(?=[^\s*|])[^*\n]{0,80}(?<=[^\s*|])\*(?![\p{L}\p{N}*])`, // *italics*
    String.raw`(?<![\p{L}\p{N}_])__(?=[^\s_])(?![a-z0-9]{1,30}__)[^_\n]{1,200}__(?![\p{L}\p{N}_])`, // __bold__
    String.raw`(?<![^\s("'„“«¿¡])_(?=\p{L})[^_\n]{1,80}(?<=[\p{L}!?.])_(?![\p{L}\p{N}_])`, // _italics_
    String.raw`~~(?=\S)[^~\n]{1,200}~~`, // ~~struck~~
    String.raw`(?:^|\n)[^\S\n]{0,3}#{1,6}[^\S\n]{1,9}\p{L}`, // # Heading
    String.raw`(?:^|\n)#{2,6}[\p{L}\p{N}]`,
    String.raw`!?\[[^[\]\n]{1,200}\]\([^()\s]{1,500}(?:\s[^()\n]{0,100})?\)`, // [text](link)
    String.raw`(?<=\s)\[[^[\]\n]{1,100}\]\[[^[\]\n]{0,40}\]`, // [text][1]
    "```|~~~", // a fence
    "(?<![\\p{L}\\p{N}`])`(?=[^\\s`])[^`\\n]{1,100}`(?![\\p{L}\\p{N}`])", // `code`
    String.raw`(?:^|\n)[^\S\n]{0,3}\|?[^\S\n]{0,9}:?-{3,}:?[^\S\n]{0,9}\|`, // a table
    String.raw`(?:^|\n)[^\S\n]{0,9}[-*+][^\S\n]{1,4}\[[ xX]\][^\S\n]`, // - [ ] task
    String.raw`(?:^|\n)[^\S\n]{0,3}(?:\*[^\S\n]?){3,}(?:\n|$)`, // ***
    String.raw`\\[*_#\x60]`, // an escaped mark
  ].join("|"),
  "u"
)
const MAY_HOLD_MARKDOWN = /[*_#[`~|]/

/** Markdown in what goes out as plain text. Lists with dashes or numbers read well and are none. */
export function findMarkdown(text: string): DraftFlag[] {
  if (!MAY_HOLD_MARKDOWN.test(text)) return []
  const [found] = MARKDOWN.exec(text) ?? []
  return flagFound("markdown", found, (quoted) => `${quoted} is Markdown: the mail is plain text.`)
}
