import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
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
