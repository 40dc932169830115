import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  PLAYGROUND_MODULE,
  type PlaygroundHealthDTO,
  type PlaygroundModuleService,
} from "../../../../../modules/playground"

/** How the playground does, over all campaigns. For operators. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PlaygroundHealthDTO>
) => {
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  res.json(await playground.retrieveHealth())
}
