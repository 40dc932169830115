import { randomUUID } from "node:crypto"
import type { Json, JsonObject, LeadSnapshot } from "../../../ports"
import type { NewTestLead } from "../sql/evaluation/write-test-set"
import { HOSTILE_LEADS, type HostileLead } from "./hostile-lead-list"

const ORDINARY = {
  first_name: "Ada",
  last_name: "Miller",
  company: "Harbour Books",
  title: "Owner",
}
/** What stands in an attribute that the campaign's prompts may name. */
const FILLER = "Example"

/**
 * The bundled test leads: each an ordinary lead but for what it tries. Attributes that leads of the
 * campaign have are filled in, so that a prompt which names them meets more than missing values; one
 * lead is there to lack everything.
 *
 * @param attributes see `CampaignSource.listAttributePaths`; null: nobody knows them
 */
export function hostileLeads(attributes: string[][] | null): NewTestLead[] {
  return HOSTILE_LEADS.map((lead) => ({
    code: lead.code,
    label: lead.label,
    lead_snapshot: toSnapshot(lead, attributes ?? []),
  }))
}

function toSnapshot(lead: HostileLead, paths: string[][]): LeadSnapshot {
  const { code, fields = {}, attributes = {}, lacks_all = false } = lead
  return {
    id: randomUUID(),
    email: `${code.replaceAll("_", "-")}@example.com`,
    ...ORDINARY,
    ...fields,
    attributes: lacks_all ? {} : { ...fill(paths), ...attributes },
  }
}

/** An object in which every path leads to a text. */
function fill(paths: string[][]): JsonObject {
  const filled: JsonObject = {}
  // The longest last, so that what has members becomes an object.
  for (const path of [...paths].sort((one, other) => one.length - other.length)) {
    let place = filled
    for (const name of path.slice(0, -1)) place = memberOf(place, name)
    const last = path.at(-1)
    if (last !== undefined) setOwn(place, last, FILLER)
  }
  return filled
}

function memberOf(place: JsonObject, name: string): JsonObject {
  const known = Object.hasOwn(place, name) ? place[name] : undefined
  if (isObject(known)) return known
  const made: JsonObject = {}
  setOwn(place, name, made)
  return made
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Also for a name such as `__proto__`, which an assignment would take for something else. */
const setOwn = (place: JsonObject, name: string, value: Json) =>
  Object.defineProperty(place, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
