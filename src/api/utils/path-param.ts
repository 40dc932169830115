import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { wholeNumber } from "./page"
import { uuid } from "./uuid"

const Uuid = uuid()

/**
 * A path parameter that must be a UUID, in lower case as Postgres writes it.
 *
 * @throws MedusaError INVALID_DATA that names it and what came
 */
export function uuidParam(req: Pick<MedusaRequest, "params">, name: string): string {
  const value = req.params[name] ?? ""
  const parsed = Uuid.safeParse(value)
  if (parsed.success) return parsed.data
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Path parameter '${name}': expected a UUID, got ${JSON.stringify(value.slice(0, 60))}`
  )
}

/**
 * A path parameter that must be a whole number from `min` to `max`.
 *
 * @throws MedusaError INVALID_DATA that names it and what came
 */
export function wholeParam(
  req: Pick<MedusaRequest, "params">,
  name: string,
  { min, max }: { min: number; max: number }
): number {
  const value = req.params[name] ?? ""
  const parsed = wholeNumber(min, max).safeParse(value)
  if (parsed.success) return parsed.data
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Path parameter '${name}': expected a whole number from ${min} to ${max}, got ${JSON.stringify(value.slice(0, 60))}`
  )
}
