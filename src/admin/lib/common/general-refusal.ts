/** A field that a refusal names, as the server writes it: `Invalid request: Field 'steps.0.label': …`. */
const FIELD = /^(?:Invalid request: )?Field '([^']+)'/

/** Sentences for what the server refuses without a code of its own; see `reasons` of the texts. */
export type GeneralRefusal = "gone" | "changed" | "tooMuch" | "refused"

const BY_STATUS: Readonly<Record<number, GeneralRefusal>> = {
  404: "gone",
  409: "changed",
  413: "tooMuch",
  422: "changed",
}

/** What is said of a refusal that has no code, by its status. */
export const generalRefusal = (status: number | undefined): GeneralRefusal =>
  BY_STATUS[status ?? 0] ?? "refused"

/** The last name of the field that the server's own words name; null where they name none. */
export function refusedField(message: string): string | null {
  const [, path = ""] = FIELD.exec(message) ?? []
  const names = path.split(".").filter((name) => !/^\d+$/.test(name))
  return names.at(-1) || null
}
