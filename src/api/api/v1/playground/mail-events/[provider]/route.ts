import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resolveDelivery } from "../../../../../../workflows/common/resolve-modules"

/** Hears of bounces and complaints from a provider that signs what it says. Again: changes nothing. */
export const POST = async (req: MedusaRequest, res: MedusaResponse<{ recorded: number }>) => {
  const raw: unknown = req.rawBody
  const body = Buffer.isBuffer(raw) ? raw.toString("utf8") : ""
  const recorded = await resolveDelivery(req.scope).recordMailEvents(req.params.provider ?? "", {
    body,
    header: (name) => req.get(name),
  })
  res.json({ recorded })
}
