import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

export interface RefusalWithParams {
  type: string
  code: string
  message: string
  params: object
}

/** A workflow hands on the members of an error, not its class. */
function isRefusalWithParams(error: unknown): error is RefusalWithParams {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "invalid_prompt" &&
    "params" in error &&
    typeof error.params === "object"
  )
}

/**
 * Answers 400 with the parameters of a prompt that cannot be used: the host's error handler passes
 * only type, code and message on.
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
