import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ReadMailDTO } from "../../../../../../modules/delivery"
import { resolveDelivery } from "../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../utils/path-param"

/** One mail of the outbox, decoded as a mail program would. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ mail: ReadMailDTO }>
) => {
  const id = uuidParam(req, "mail_id")
  res.json({ mail: await resolveDelivery(req.scope).retrieveOutboxMail(id) })
}
