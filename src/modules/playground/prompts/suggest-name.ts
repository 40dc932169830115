import { distance } from "fastest-levenshtein"

/** What other tools, and other languages, call the fields of a lead and a sender. */
const OTHER_NAMES: Record<string, string | undefined> = {
  name: "firstname",
  fname: "firstname",
  givenname: "firstname",
  forename: "firstname",
  vorname: "firstname",
  prenom: "firstname",
  nombre: "firstname",
  lname: "lastname",
  surname: "lastname",
  familyname: "lastname",
  nachname: "lastname",
  apellido: "lastname",
  companyname: "company",
  accountname: "company",
  organization: "company",
  organisation: "company",
  organizationname: "company",
  firma: "company",
  unternehmen: "company",
  entreprise: "company",
  empresa: "company",
  jobtitle: "title",
  position: "title",
  role: "title",
  emailaddress: "email",
  mail: "email",
}

/** First words under which other tools keep a lead's fields. */
const OTHER_SCOPES = new Set(
  ["contact", "person", "people", "recipient", "prospect", "customer", "subscriber", "user"].concat(
    ["leads", "attributes", "properties", "custom", "data"]
  )
)

/** How many of its letters may be wrong in a name that is still recognised: so many, or two. */
const MAX_WRONG = 0.4
/** In a short one no more than this. */
const MAX_WRONG_OF_FEW = 0.6
/** Letters from which on the beginning of a name stands for it: `first`. */
const MIN_BEGINNING = 4
/** Longest name that is compared, in characters. */
const MAX_LENGTH = 100

const fold = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, MAX_LENGTH)

const pathKey = (path: readonly string[]) =>
  fold(path.filter((name, place) => place > 1 || name !== "attributes").join(""))

/**
 * The name that was probably meant; null when none is near.
 *
 * @param written with its scope: `["lead", "firstName"]`, `["lead", "contact", "firstname"]`
 * @param names every name that exists, with its scope
 */
export function suggestName(
  written: readonly string[],
  names: readonly (readonly string[])[]
): readonly string[] | null {
  const [scope, ...rest] = written
  const path = rest.length > 1 && OTHER_SCOPES.has(fold(rest[0] ?? "")) ? rest.slice(1) : rest
  const wanted = fold(path.join(""))
  const other = scope === "lead" ? OTHER_NAMES[wanted] : undefined
  const keys = [wanted, other].filter((key): key is string => key !== undefined && key !== "")
  let best: { name: readonly string[]; wrong: number } | null = null
  for (const name of names) {
    const key = pathKey(name.slice(1))
    const isElsewhere = name[0] === scope ? 0 : 0.5
    for (const known of keys) {
      const wrong = wrongLetters(known, key) + isElsewhere
      if (wrong < (best?.wrong ?? Infinity)) best = { name, wrong }
    }
  }
  const { length } = wanted
  const mayBeWrong = Math.min(Math.max(2, length * MAX_WRONG), length * MAX_WRONG_OF_FEW)
  const isNear = best && best.wrong <= mayBeWrong
  return isNear && best ? best.name : null
}

function wrongLetters(written: string, known: string): number {
  const isBeginning = written.length >= MIN_BEGINNING && known.startsWith(written)
  return isBeginning && written !== known ? 1 : distance(written, known)
}

const isPlain = (name: string) => /^[A-Za-z_][\w-]*$/.test(name)

/** As it is written in a placeholder: `lead.city`, `lead.attributes['Plan Name']`. */
export function toPlaceholderPath(path: readonly string[]): string {
  const [scope = "lead", ...names] = path
  const full = scope === "lead" && !isPlain(names[0] ?? "") ? ["attributes", ...names] : names
  return full.reduce(
    (text, name) =>
      isPlain(name)
        ? `${text}.${name}`
        : `${text}[${name.includes("'") ? `"${name}"` : `'${name}'`}]`,
    scope
  )
}
