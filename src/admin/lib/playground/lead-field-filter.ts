/** Fields that every lead has; whatever else is named is an attribute of leads. */
export const LEAD_FIELDS = ["first_name", "last_name", "company", "title", "email"] as const
type LeadField = (typeof LEAD_FIELDS)[number]

/**
 * What a list of leads is narrowed to by one field or attribute; empty while one half is missing.
 *
 * @param labelOf what a field is called on the page: a person may name them so
 */
export function toFieldFilter(
  field: { name: string; value: string },
  labelOf: (field: LeadField) => string
): Partial<Record<LeadField | "attributes", string>> {
  const [name, value] = [field.name.trim(), field.value.trim()]
  if (!name || !value) return {}
  const isMeant = (text: string) => text.toLowerCase() === name.toLowerCase()
  const known = LEAD_FIELDS.find((one) => isMeant(one) || isMeant(labelOf(one)))
  return known ? { [known]: value } : { attributes: JSON.stringify({ [name]: value }) }
}
