import type { JudgeRequest } from "./draft-judge"

/** `lead.attributes.tags[0]` and `lead.attributes.tags.0` are the same. */
const toNames = (path: string) =>
  path
    .trim()
    .replace(/^[<{\s]+|[>}\s]+$/g, "")
    .replace(/\[(\d+)\]/g, ".$1")
    .split(".")

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

const isValue = (value: unknown): value is SnapshotValue =>
  typeof value === "string" ? value.trim() !== "" : ["number", "boolean"].includes(typeof value)

/** What a claim of a mail may rest on, by the names that prompts and the model's data have for it. */
export function toSnapshotFields({ lead, sender, step, campaign }: SnapshotParts): object {
  const { email, first_name, last_name, company, title, attributes, customer } = lead
  const { step_index, delay_days, channel, variant_label } = step
  return {
    lead: { email, first_name, last_name, company, title, attributes },
    customer: customer ?? null,
    sender: sender && { profile_name: sender.profile_name, ...sender.data },
    step: { step_index, delay_days, channel, variant_label },
    campaign: { name: campaign.name, description: campaign.description },
  }
}

/** What the writer of a draft was told. */
export type SnapshotParts = Pick<JudgeRequest, "lead" | "sender" | "step" | "campaign">

/**
 * The field that a judge named, as placeholders name it; null where the snapshot holds no value under
 * that name. A field must name a value (or a list of values): `lead` alone would support anything.
 */
export function findSnapshotField(request: SnapshotParts, path: string): string | null {
  return readSnapshotField(request, path) === null ? null : toNames(path).join(".")
}

/** What a field may hold. */
export type SnapshotValue = string | number | boolean

/** What the snapshot holds under a name; null as {@link findSnapshotField} says. */
export function readSnapshotField(
  request: SnapshotParts,
  path: string
): SnapshotValue | SnapshotValue[] | null {
  let value: unknown = toSnapshotFields(request)
  for (const name of toNames(path)) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return null
    value = Reflect.get(value, name)
  }
  if (!Array.isArray(value)) return isValue(value) ? value : null
  const values: unknown[] = value
  return values.length > 0 && values.every(isValue) ? values : null
}
