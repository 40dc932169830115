import { createHash } from "node:crypto"

function toCanonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCanonical)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, toCanonical(member)])
  )
}

/**
 * Lower-case hex SHA-256 of a JSON value, independent of the order of object keys; members that are
 * undefined do not count. Two values with the same fingerprint are the same for a draft.
 */
export function fingerprint(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(toCanonical(value)))
    .digest("hex")
}
