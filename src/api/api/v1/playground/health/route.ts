import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DeliveryHealthDTO } from "../../../../../modules/delivery"
import type { PlaygroundHealthDTO } from "../../../../../modules/playground"
import { resolveDelivery, resolvePlayground } from "../../../../../workflows/common/resolve-modules"

interface HealthAnswer extends PlaygroundHealthDTO {
  delivery: Omit<DeliveryHealthDTO, "reasons">
}

/** How drafting and sending do, over all campaigns. For operators. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse<HealthAnswer>) => {
  const [playground, { reasons, ...delivery }] = await Promise.all([
    resolvePlayground(req.scope).retrieveHealth(),
    resolveDelivery(req.scope).retrieveHealth(),
  ])
  res.json({
    ...playground,
    status: reasons.length > 0 ? "degraded" : playground.status,
    reasons: [...playground.reasons, ...reasons],
    delivery,
  })
}
