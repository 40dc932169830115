import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** Refuses a path like `/campaigns/%zz`, at which the router stumbles later and the host answers 500. */
export function decodablePath(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  try {
    decodeURIComponent(req.originalUrl.split("?", 1)[0] ?? "")
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Path: expected UTF-8 with % as %25, got a % that begins no character"
    )
  }
  next()
}
