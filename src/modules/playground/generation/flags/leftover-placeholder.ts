import { flagFound, type DraftFlag } from "./draft-flag"

/** Names of fields in the five languages that people write mails in, as merge tags spell them. */
const FIELD = [
  String.raw`(?:first|last|full|given|family|middle|sur|nick|user|company|contact|customer|client|business|product|job|recipient|sender|rep)[ _.-]?names?`,
  "names?|[fl]name|company|companies|organi[sz]ation|account|employer|title|role|position|industry|sector|city|country|state|address|street|zip|phone|mobile|e-?mail|website|domain|url|link|date|day|time|salutation|greeting|signature|icebreaker|competitor|lead|recipient|prospect|product|service|department|number|amount|price",
  "anrede|vorname|nachname|firma|firmenname|unternehmen|ansprechpartner|ort|stadt|straße|datum|begrüßung|unterschrift",
  "pr[ée]nom|nom|soci[ée]t[ée]|entreprise|ville|adresse|poste|civilit[ée]",
  "nombre|nombres|apellidos?|empresa|ciudad|cargo|direcci[óo]n|fecha",
  "nome|cognome|azienda|societ[àa]|citt[àa]|ruolo|indirizzo",
].join("|")

/** With which a person is told in brackets what to fill in. */
const BLANK = String.raw`(?:(?:your|my|our|their|his|her|insert|enter|add|fill in|mention|describe|include|specific|relevant|recent|ihre?n?|dein[e]?|unser[e]?|votre|ton|tu|su|il tuo|la tua|suo|${FIELD})(?![\p{L}\p{N}]))`
const TOLD = String.raw`(?:insert|einfügen|eintragen|einsetzen|ergänzen|insérer|compléter|insertar|completar|inserire|completare)`
/** `first_name`, `contact.firstname`: no word of any language. */
const IDENTIFIER = String.raw`[\p{L}]\w{0,30}(?:[_.][\p{L}]\w{0,30}){1,4}`
/** What stands behind a field's name where the tool allows a fallback. */
const FALLBACK = String.raw`(?:\s?[|,:=;!?]{1,2}[^{}[\]<>\n]{0,60})?`

/** Seams that no prose has, and seams around something that is surely a field. */
const PLACEHOLDERS = new RegExp(
  [
    String.raw`\{\{[^{}\n]{0,80}\}?\}?`, // {{ lead.name }}
    String.raw`\{%[^{}\n]{0,80}%\}`, // {% if … %}
    String.raw`\$\{[^{}\n]{1,80}\}`, // ${name}
    String.raw`<%[^<>\n]{0,80}%>`, // <%= name %>
    String.raw`\{![^{}\n]{1,60}\}`, // {!Contact.FirstName}
    String.raw`\*\|[^|\n]{1,60}\|\*`, // *|FNAME|*
    String.raw`%%[\p{L}=@][^%\n]{0,60}%%`, // %%name%%
    String.raw`(?<![\p{L}\p{N}%])%[\p{L}]+(?:[_.][\p{L}]+)+%|(?<![\p{L}\p{N}%])%(?:${FIELD})%`, // %FIRST_NAME%
    String.raw`%\([\p{L}]\w{0,30}\)s|(?<![\p{L}\p{N}%])%[sd](?![\p{L}\p{N}])`, // %(name)s
    String.raw`<<\s?[\p{L}][\p{L}\p{N} _.-]{0,40}>>`, // <<Name>>
    String.raw`«(?:${FIELD}|${IDENTIFIER})»`, // «Nachname»
    String.raw`\[\[\s?[\p{L}][^[\]\n]{0,60}\]\]`, // [[firstname]]
    String.raw`##[\p{L}][\p{L}\p{N} _.-]{0,40}##|#(?:${FIELD}|${IDENTIFIER})#`, // #FNAME#
    String.raw`@@[\p{L}][\p{L}\p{N} _.-]{0,40}@@|~[\p{L}]\w{0,30}\.[\p{L}]\w{0,30}~`, // ~Contact.FirstName~
    String.raw`(?<![\p{L}\p{N}$])\$(?:${FIELD}|\p{L}+(?:_\p{L}+)+)(?![\p{L}\p{N}])`, // $first_name
    String.raw`(?<![\p{L}\p{N}:]):(?:first|last|full|company)_?name(?![\p{L}\p{N}])`, // :first_name
    String.raw`(?<![\p{L}\p{N}-])-(?:first|last|full|company)[_-]?name-(?![\p{L}\p{N}-])`, // -firstname-
    String.raw`\[\s?${BLANK}[^[\]\n]{0,60}\]|\[[^[\]\n]{1,50}(?<![\p{L}])${TOLD}\]`, // [Your name]
    String.raw`\[\s?${IDENTIFIER}${FALLBACK}\]`, // [contact_attribute:firstname]
    String.raw`\{\s?[$#@&^/]?(?:${FIELD})${FALLBACK}\s?\}(?!["'])`, // {first_name}
    String.raw`(?<!(?:import|export|const|let|var|[/\\=()]) ?)\{\s?[$#@&^/]?[\p{L}][\p{L}\p{N}_.-]{1,40}\s?\}`, // {icebreaker}
    String.raw`(?<![\p{L}\p{N}])\{\d{1,2}\}`, // {0}
    String.raw`<\s?${BLANK}[ _-][^<>\n]{0,40}>|(?<![\p{L}\p{N}])<\s?(?:${FIELD})\s?>`, // <first name>
    String.raw`(?<![\p{L}\p{N}_./-])(?:first|last|full|company|contact|customer|client|recipient|sender|lead)_(?:name|email|company)(?![\p{L}\p{N}_])`, // first_name
    String.raw`(?<![^\s])[|^&!*~](?:${FIELD})[|^&!*~](?![\p{L}\p{N}])`, // ^FNAME^
    String.raw`\[(?:first|last|recipient|sender|lead|prospect)(?:'s [^[\]\n]{1,30})?\]`, // [First]
    String.raw`\[object Object\]|\blorem ipsum\b`,
    String.raw`(?<![_\n])_{4,}(?!_)`,
  ].join("|"),
  "iu"
)
/** Known by its capitals: the same letters are words, sizes or hashtags otherwise. */
const CAPITALS = new RegExp(
  [
    String.raw`\bX{3,}\b|\bTODO\b(?=\s*(?:[:\])]|$))|\bTBD\b|\bINSERT [A-Z][A-Z ]{2,40}\b`,
    String.raw`\[[A-Z]{2,20}[_ ][A-Z_ ]{2,40}\]|(?<!\w)<[A-Z][A-Z_ ]{2,40}>|(?:^|\s)\{[A-Z]{2,20}\}`,
    String.raw`(?<![\p{L}\p{N}_-])(?:[FL]NAME|FIRST_?NAME|LAST_?NAME|COMPANY_?NAME|VORNAME|NACHNAME|COGNOME|firstName|lastName|companyName)(?![\p{L}\p{N}_-])`,
    String.raw`(?<![\p{L}\p{N}%])%\p{Lu}{3,}%|#\p{Lu}[\p{Lu}_]{2,30}#`,
    String.raw`(?<![\p{L}\p{N}_])__\p{Lu}[\p{Lu}\p{N}]*(?:_[\p{Lu}\p{N}]+)*__(?![\p{L}\p{N}_])`,
    String.raw`(?:\[\s?|[«<#~]|(?<!\p{L})\$)[a-z]{2,20}[A-Z][A-Za-z]{1,20}(?:\s?\]|[»>#~]|(?=[\s,.!?]))`, // [firstName]
  ].join("|"),
  "mu"
)
const GREETING = String.raw`^[^\S\n]{0,9}(?:hi|hello|hey|dear|hallo|guten tag|liebe[rs]?|bonjour|salut|ch(?:er|ère)|hola|estimad[oa]|querid[oa]|ciao|gentile|car[oa]|buongiorno)`
/** A greeting of nobody, of a value that was none, or of the name of a field. */
const NOBODY_GREETED = new RegExp(
  [
    String.raw`${GREETING}[^\S\n]{1,9}(?:(?:undefined|null|none|nan|#?n\/a|unknown|-)[^\S\n]{0,9}(?:[,!:;.]|$)|[,!:])`,
    String.raw`${GREETING}[^\S\n]{1,9}\(?(?:${FIELD})\)[^\S\n]{0,9}[,!:;.]`,
  ].join("|"),
  "imu"
)

/** Most drafts hold none of these, and this runs for every draft. */
const MAY_HOLD_PLACEHOLDER =
  /[{}[<«$%#~*@_|^&!]|XXX|TODO|TBD|INSERT|lorem|name|nom\b|cognome|:\p{L}/iu
/** A brace that is a mouth. */
const EMOTICON = /(?<![\p{L}\p{N}"'}\]])[:;=8]['-]?[{}](?=\s|$)/gu

/** Something that was to be filled in and was not, or the seam of it. */
export function findLeftoverPlaceholder(text: string): DraftFlag[] {
  const found = findSeam(text) ?? NOBODY_GREETED.exec(text)?.[0]
  return flagFound(
    "leftover_placeholder",
    found,
    (quoted) => `${quoted} looks like a placeholder that nobody filled in.`
  )
}

/** Longer than any word of a mail, and without a sign that a seam is made of. */
const LONG_WORD = /[^\s{}[\]<>«»$%#~*@_|^&!:()/\\-]{200,}/gu

function findSeam(text: string): string | undefined {
  if (!MAY_HOLD_PLACEHOLDER.test(text)) return undefined
  // Each pattern is tried at each of its characters, for nothing.
  const short = text.length > 1_000 ? text.replace(LONG_WORD, " ") : text
  return PLACEHOLDERS.exec(short)?.[0] ?? CAPITALS.exec(short)?.[0] ?? findStrayBrace(short)
}

/** The words around a brace that nothing opens or closes. */
function findStrayBrace(text: string): string | undefined {
  if (!/[{}]/.test(text)) return undefined
  const prose = text.replace(EMOTICON, (mouth) => " ".repeat(mouth.length))
  const open: number[] = []
  for (let at = 0; at < prose.length; at++) {
    if (prose[at] === "{") open.push(at)
    else if (prose[at] === "}" && open.pop() === undefined) return around(text, at)
  }
  const [unclosed] = open
  return unclosed === undefined ? undefined : around(text, unclosed)
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 20), at + 20)
