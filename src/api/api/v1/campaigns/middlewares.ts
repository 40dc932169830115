import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import { CreateCampaign, ListCampaigns, UpdateCampaign } from "./validators"

const CAMPAIGNS = "/api/v1/campaigns"

/**
 * A longest prompt escaped in JSON takes 384 kB; the rest is for templates: more than 80 of the
 * longest in ASCII. All 320 that a campaign may have would be 16 MB and more, which nobody writes and
 * which the host would parse for anybody, since parsers stand before authentication.
 */
const BODY_LIMIT = "5mb"

/** What stands before the routes of campaigns themselves. */
export const campaignMiddlewares: MiddlewareRoute[] = [
  {
    matcher: CAMPAIGNS,
    methods: ["POST"],
    bodyParser: { sizeLimit: BODY_LIMIT },
    middlewares: [validateBody(CreateCampaign)],
  },
  {
    matcher: CAMPAIGNS,
    methods: ["GET"],
    middlewares: [validateQuery(ListCampaigns)],
  },
  {
    matcher: `${CAMPAIGNS}/:campaign_id`,
    methods: ["PATCH"],
    bodyParser: { sizeLimit: BODY_LIMIT },
    middlewares: [validateBody(UpdateCampaign)],
  },
]
