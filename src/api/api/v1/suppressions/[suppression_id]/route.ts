import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resolveDelivery } from "../../../../../workflows/common/resolve-modules"
import { deleted, type DeletedResponse } from "../../../../utils/deleted"
import { uuidParam } from "../../../../utils/path-param"
import type { DeleteSuppressionType } from "../validators"

/** Lets the shop write there again, and keeps who said so, and why. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest<DeleteSuppressionType>,
  res: MedusaResponse<DeletedResponse>
) => {
  const id = uuidParam(req, "suppression_id")
  await resolveDelivery(req.scope).deleteSuppression({
    id,
    actor: req.auth_context.actor_id,
    note: req.validatedBody.note?.trim() || null,
  })
  res.json(deleted("suppression", id))
}
