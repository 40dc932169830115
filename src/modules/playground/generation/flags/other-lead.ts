import { excerptOf, quote, type DraftFlag } from "./draft-flag"
import { NAME_KINDS, type LeadNames, type NameKind } from "./lead-names"
import { normalise, textsOf, wordsOf } from "./normalise"

/** A part of a name ("Will", "May", "Stone") is a name only where somebody is spoken to. */
const SALUTATION =
  /(?:^|\n)[^\S\n]*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|liebe[rs]?|sehr geehrte[rs]?(?: (?:herr|frau))?|bonjour|salut|ch(?:er|ère)|hola|estimad[oa]|querid[oa]|ciao|gentile|car[oa]|ol[áa]|prezad[oa]|hej|hei|cześć|dzień dobry|beste|привет|здравствуйте)[ ,]+(?:(?:mrs?|ms|dr|prof|m|mme|sra?|herrn?|frau)\.? +)?([^\n,!.:;–-]{1,60})|^[^\n]*\n\s*([\p{L}'’ -]{2,40}),\s*\n/giu

/** Bounded as addresses are: a text without spaces would be searched once for each of its characters. */
const ADDRESS = /[^\s<>()[\],;:"'@]{1,64}@[^\s<>()[\],;:"'@]{1,255}/g

interface FoundName {
  kind: NameKind
  text: string
}

/** Names, companies and addresses of other leads of the same batch. */
export function findOtherLeads(text: string, lead: { id: string }, names: LeadNames): DraftFlag[] {
  const found = findForeign(text, lead, names)
  if (!found) return []
  return [
    {
      code: "other_lead",
      message: `${quote(found.text)} is the ${NAME_KINDS[found.kind]} of another lead of this batch.`,
      params: { text: excerptOf(found.text), kind: found.kind },
    },
  ]
}

function findForeign(text: string, lead: { id: string }, names: LeadNames): FoundName | null {
  const isOurs = ownTerms(lead)
  if (text.includes("@")) {
    for (const address of text.toLowerCase().match(ADDRESS) ?? []) {
      const owner = names.addresses.get(address.replace(/\.+$/, ""))
      if (owner !== undefined && owner !== lead.id && !isOurs(address)) {
        return { kind: "address", text: address }
      }
    }
  }
  const words = wordsOf(text)
  let greeted: string | null = null
  for (let from = 0; from < words.length; from++) {
    if (!names.firstWords.has(words[from] ?? "")) continue
    let term = ""
    for (let length = 1; length <= names.maxWords && from + length <= words.length; length++) {
      const word = words[from + length - 1] ?? ""
      term = length === 1 ? word : `${term} ${word}`
      const known = names.terms.get(term)
      if (!known || known.lead_ids.has(lead.id)) continue
      if (known.kind === "part_of_name") {
        greeted ??= whoIsGreeted(text)
        if (!greeted.includes(` ${term} `)) continue
      }
      if (!isOurs(term)) return { kind: known.kind, text: term }
    }
  }
  return null
}

/** The words behind all salutations, with a space around each. */
function whoIsGreeted(text: string): string {
  const greeted = [...text.matchAll(SALUTATION)].flatMap(([, who, line]) =>
    wordsOf(who ?? line ?? "")
  )
  return ` ${greeted.join(" ")} `
}

/** Whether the lead's own data holds a term as well; looked up only for the rare hit. */
function ownTerms(lead: object): (term: string) => boolean {
  let own: string | null = null
  return (term) => {
    own ??= ` ${textsOf(lead)
      .flatMap((text) => [...wordsOf(normalise(text)), text.toLowerCase()])
      .join(" ")} `
    return own.includes(` ${term} `)
  }
}
