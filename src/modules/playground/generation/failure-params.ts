import { wellFormedJsonObject } from "../../../validation/json-object"
import type { FailureParams } from "../../../ports"

const MAX_BYTES = 2_000
const Storable = wellFormedJsonObject(MAX_BYTES)

/** What of a generator's parameters can be stored: a host's generator may be written in JavaScript. */
export function toFailureParams(params: unknown): FailureParams {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(params ?? {}))
    const parsed = Storable.safeParse(copy)
    return parsed.success ? parsed.data : {}
  } catch {
    return {} // Not even JSON: the code and the message say enough.
  }
}
