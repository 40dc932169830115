/**
 * True for what can stand in a mail: a text that is not blank, a number, a boolean. A list or an
 * object is none: a person would read `[object Object]`.
 */
export function isFilled(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== ""
  return typeof value === "number" || typeof value === "boolean"
}
