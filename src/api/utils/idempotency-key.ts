import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * The request's `Idempotency-Key`; null when it has none.
 *
 * @throws MedusaError INVALID_DATA unless it is 1 to 255 visible ASCII characters
 */
export function idempotencyKey(req: Pick<MedusaRequest, "get">): string | null {
  const key = req.get("Idempotency-Key")
  if (key === undefined) return null
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Header 'Idempotency-Key': expected 1 to 255 visible ASCII characters, got ${key.length} characters`
  )
}

/**
 * Refuses a key that was sent with another body before. Written here, since the host's error handler
 * replaces the message of every 409.
 */
export function refuseReusedKey(
  res: MedusaResponse<{ type: string; message: string; code: string }>,
  batch_id: string
): void {
  res.status(409).json({
    type: "conflict",
    code: "idempotency_key_reused",
    message:
      `Header 'Idempotency-Key': this key made batch ${batch_id} with another body. ` +
      "Send a new key, or the same body again.",
  })
}
