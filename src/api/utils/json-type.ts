import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Refuses a body that came as anything but JSON: the host's parsers leave it out or read a form, and
 * where every field is optional, what was sent would count for nothing or for everything.
 *
 * @throws MedusaError INVALID_DATA that names the header
 */
export function refuseUnlessJson(req: MedusaRequest): void {
  const hasBody =
    req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"]) > 0
  if (!hasBody || req.is("application/json")) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Header 'Content-Type': expected application/json, got: ${JSON.stringify(req.get("Content-Type") ?? "nothing")}`
  )
}
