import { quote, type DraftFlag } from "./draft-flag"

/** Words with which a person would be told what to fill in. */
const BLANK =
  "(?:your|my|our|insert|enter|add|recipient|sender|first|last|full|company|customer|client|contact|" +
  "lead|name|title|role|position|product|service|date|time|day|link|url|calendar|phone|number|email|" +
  "e-mail|address|city|industry|vorname|nachname|firma|firmenname|ihr|ihre|name|prénom|nom|nombre|empresa)"

const PLACEHOLDERS = new RegExp(
  [
    String.raw`\{\{[^{}\n]{0,80}\}?\}?`, // {{ lead.name }}
    String.raw`\{%[^{}\n]{0,80}%\}`, // {% if … %}
    String.raw`\$\{[^{}\n]{1,80}\}`, // ${name}
    String.raw`<%[^<>\n]{0,80}%>`, // <%= name %>
    String.raw`(?<![\w%])%[A-Za-z]+(?:_[A-Za-z]+)+%|(?<![\w%])%[A-Z]{3,}%`, // %FIRST_NAME%
    String.raw`\[\[?\s*${BLANK}\b[^[\]\n]{0,60}\]`, // [Your name]
    String.raw`\{\s*${BLANK}\b[^{}\n]{0,40}\}`, // {first_name}
    String.raw`<\s*${BLANK}[ _-][^<>\n]{0,40}>|<\s*name\s*>`, // <first name>
    String.raw`\blorem ipsum\b`,
    String.raw`_{4,}`,
  ].join("|"),
  "iu"
)
/** Only in capitals: the same letters are words or sizes otherwise. */
const SHOUTED =
  /\bX{3,}\b|\bTODO\b|\bTBD\b|\bINSERT [A-Z][A-Z ]{2,40}\b|\[[A-Z][A-Z_ ]{2,40}\]|<[A-Z][A-Z_ ]{2,40}>/

/** Most drafts hold none of these, and this runs for every draft. */
const MAY_HOLD_PLACEHOLDER = /[{[<$%]|_{4}|XXX|TODO|TBD|INSERT|lorem/i

/** Something that was to be filled in and was not. */
export function findLeftoverPlaceholder(text: string): DraftFlag[] {
  if (!MAY_HOLD_PLACEHOLDER.test(text)) return []
  const [found] = PLACEHOLDERS.exec(text) ?? SHOUTED.exec(text) ?? []
  return found
    ? [
        {
          code: "leftover_placeholder",
          message: `${quote(found)} looks like a placeholder that nobody filled in.`,
        },
      ]
    : []
}
