import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../../../utils/validate"
import { ListSends, ResolveSend } from "../sends/validators"
import { ListSendingHistory, PreviewSending, ScheduleSends } from "./validators"

const CAMPAIGN = "/api/v1/campaigns/:campaign_id"

/** What stands before the calls that send. */
export const sendingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: `${CAMPAIGN}/sending/preview`,
    methods: ["GET"],
    middlewares: [validateQuery(PreviewSending)],
  },
  {
    matcher: `${CAMPAIGN}/sending/history`,
    methods: ["GET"],
    middlewares: [validateQuery(ListSendingHistory)],
  },
  {
    matcher: `${CAMPAIGN}/sending`,
    methods: ["POST"],
    middlewares: [validateBody(ScheduleSends)],
  },
  {
    matcher: `${CAMPAIGN}/sends`,
    methods: ["GET"],
    middlewares: [validateQuery(ListSends)],
  },
  {
    matcher: `${CAMPAIGN}/sends/:send_id/resolve`,
    methods: ["POST"],
    middlewares: [validateBody(ResolveSend)],
  },
]
