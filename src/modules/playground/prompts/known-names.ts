import {
  CUSTOMER_FACTS,
  type JsonObject,
  type SenderSnapshot,
  type StepSnapshot,
} from "../../../ports"

/** Fields that every lead has, though a lead may lack the value. */
export const LEAD_FIELDS = ["email", "first_name", "last_name", "company", "title", "id"] as const
/** Facts about the campaign. */
export const CAMPAIGN_FIELDS = ["name", "description"] as const
/** Facts that a sender may always be asked for: the port names them. */
const SENDER_FIELDS = ["profile_name", "name", "signature"] as const
/** Deepest nesting of attributes whose names are known. */
export const MAX_NAME_DEPTH = 4

/** The names that placeholders may use, as paths below `lead`, `sender` and `campaign`; those below `customer` are
 * always the same. */
export interface KnownNames {
  /** Paths of the attributes that leads of the campaign have; null where that is not known. */
  attributes: readonly string[][] | null
  /** Paths of the facts that senders have; null where it is not known who will send. */
  sender: readonly string[][] | null
  /** True while leads may yet come: then only another spelling of a lead's field is a typo. */
  mayGrow?: boolean
}

/** @param attributes paths, as `CampaignSource.listAttributePaths` answers them; null: not known */
export function toKnownNames(
  step: Pick<StepSnapshot, "sender" | "variants">,
  attributes: readonly string[][] | null
): KnownNames {
  const senders = [step.sender, ...step.variants.map(({ sender }) => sender)]
  return { attributes, sender: senders.flatMap((sender) => (sender ? pathsOfSender(sender) : [])) }
}

const pathsOfSender = ({ data }: Pick<SenderSnapshot, "data">) => pathsIn(data)

/** All paths of an object's members, as deep as names are known. */
export function pathsIn(value: JsonObject, above: string[] = []): string[][] {
  return Object.entries(value).flatMap(([name, member]) => {
    const path = [...above, name]
    const isObject = typeof member === "object" && member !== null && !Array.isArray(member)
    return [path, ...(isObject && path.length < MAX_NAME_DEPTH ? pathsIn(member, path) : [])]
  })
}

/** Every name that exists, as a path with its scope; for suggestions. */
export function listNames({ attributes, sender }: KnownNames): string[][] {
  const fields = LEAD_FIELDS.filter((field) => field !== "id").map((field) => ["lead", field])
  const own = (attributes ?? []).map((path) =>
    isField(path) ? ["lead", "attributes", ...path] : ["lead", ...path]
  )
  const senders = [...SENDER_FIELDS.map((field) => [field]), ...(sender ?? [])].map((path) => [
    "sender",
    ...path,
  ])
  const campaign = CAMPAIGN_FIELDS.map((field) => ["campaign", field])
  const customer = CUSTOMER_FACTS.map((fact) => ["customer", ...fact.split(".")])
  return [...fields, ...own, ...customer, ...senders, ...campaign]
}

const isField = ([first]: string[]) =>
  LEAD_FIELDS.some((field) => field === first) || first === "attributes"

const letters = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "")

/** `firstName`, `First Name`: a field of the lead, written otherwise. */
const isMisspeltField = (path: readonly string[]) =>
  path.length === 1 && LEAD_FIELDS.some((field) => letters(field) === letters(path[0] ?? ""))

/** What Liquid knows of any text or list. */
const LIQUID_MEMBERS = ["first", "last", "size"]

const keyOf = (path: readonly string[]) => JSON.stringify(path)

/** Tells of a path whether something of that name exists; true where that cannot be known. */
export function createNameCheck(known: KnownNames): (path: readonly string[]) => boolean {
  const attributes = known.attributes && new Set(known.attributes.map(keyOf))
  const sender =
    known.sender && new Set([...SENDER_FIELDS.map((field) => [field]), ...known.sender].map(keyOf))

  const isMember = (names: ReadonlySet<string>, path: readonly string[]) => {
    // Names within lists, and below the depth to which they are known, are not looked at.
    const place = path.findIndex((name) => /^\d+$/.test(name))
    const known = path.slice(0, place < 0 ? MAX_NAME_DEPTH : Math.min(place, MAX_NAME_DEPTH))
    if (known.length === 0) return false
    if (names.has(keyOf(known))) return true
    return LIQUID_MEMBERS.includes(known.at(-1) ?? "") && names.has(keyOf(known.slice(0, -1)))
  }

  return ([scope, ...path]) => {
    if (path.length === 0) return false
    if (scope === "customer") return CUSTOMER_FACTS.some((fact) => fact === path.join("."))
    if (scope === "sender") return sender === null || isMember(sender, path)
    if (scope === "campaign")
      return path.length === 1 && CAMPAIGN_FIELDS.some((name) => name === path[0])
    if (path.length === 1 && LEAD_FIELDS.some((name) => name === path[0])) return true
    const below = path[0] === "attributes" ? path.slice(1) : path
    if (below.length === 0) return false
    if (attributes === null || isMember(attributes, below)) return true
    return known.mayGrow === true && !isMisspeltField(below)
  }
}
