import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resolveDelivery } from "../../../../../workflows/common/resolve-modules"
import { deleted, type DeletedResponse } from "../../../../utils/deleted"
import { uuidParam } from "../../../../utils/path-param"

/** Lets the shop write there again. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeletedResponse>
) => {
  const id = uuidParam(req, "suppression_id")
  await resolveDelivery(req.scope).deleteSuppression(id)
  res.json(deleted("suppression", id))
}
