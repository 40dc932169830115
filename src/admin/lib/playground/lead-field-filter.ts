/** Fields that every lead has; whatever else is named is an attribute of leads. */
export const LEAD_FIELDS = ["first_name", "last_name", "company", "title", "email"] as const
type LeadField = (typeof LEAD_FIELDS)[number]

/** What a list of leads is narrowed to by one field or attribute; empty while one half is missing. */
export function toFieldFilter(field: {
  name: string
  value: string
}): Partial<Record<LeadField | "attributes", string>> {
  const [name, value] = [field.name.trim(), field.value.trim()]
  if (!name || !value) return {}
  const known = LEAD_FIELDS.find((one) => one === name)
  return known ? { [known]: value } : { attributes: JSON.stringify({ [name]: value }) }
}
