import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { TransportDTO } from "../../../../../modules/delivery"
import { resolveDelivery } from "../../../../../workflows/common/resolve-modules"

/** What campaigns may send by. */
export const GET = (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ transports: TransportDTO[] }>
) => {
  res.json({ transports: resolveDelivery(req.scope).listTransports() })
}
