import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

export interface RefusalWithParams {
  type: string
  code: string
  message: string
  params: object
}

/** Of these types is what the host answers 400 to. */
const REFUSED: readonly unknown[] = [MedusaError.Types.INVALID_DATA, MedusaError.Types.NOT_ALLOWED]

/** A workflow hands on the members of an error, not its class. */
function isRefusalWithParams(error: unknown): error is RefusalWithParams {
  return (
    typeof error === "object" &&
    error !== null &&
    "type" in error &&
    REFUSED.includes(error.type) &&
    "code" in error &&
    typeof error.code === "string" &&
    "params" in error &&
    typeof error.params === "object" &&
    error.params !== null
  )
}

/**
 * Answers 400 with the parameters of what is refused: the host's error handler passes only type, code
 * and message on.
 */
export function withParams<Body, Answer>(
  handler: (req: AuthenticatedMedusaRequest<Body>, res: MedusaResponse<Answer>) => Promise<void>
) {
  return async (
    req: AuthenticatedMedusaRequest<Body>,
    res: MedusaResponse<Answer | RefusalWithParams>
  ): Promise<void> => {
    try {
      await handler(req, res)
    } catch (error) {
      if (!isRefusalWithParams(error)) throw error
      const { type, code, message, params } = error
      res.status(400).json({ type, code, message, params })
    }
  }
}
