import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../../../utils/validate"
import { ImportCampaignLeadsQuery, ListCampaignLeads, UpdateCampaignLead } from "./validators"

const LEADS = "/api/v1/campaigns/:campaign_id/leads"

/** 32 kB of attributes, each character of which may be escaped in JSON as `\u00e4`. */
const LEAD_BODY_LIMIT = "250kb"

/** What stands before the routes of a campaign's leads. */
export const campaignLeadMiddlewares: MiddlewareRoute[] = [
  {
    matcher: LEADS,
    methods: ["POST"],
    // The route reads both forms itself, after authentication.
    bodyParser: false,
    middlewares: [validateQuery(ImportCampaignLeadsQuery)],
  },
  {
    matcher: LEADS,
    methods: ["GET"],
    middlewares: [validateQuery(ListCampaignLeads)],
  },
  {
    matcher: `${LEADS}/:campaign_lead_id`,
    methods: ["PATCH"],
    bodyParser: { sizeLimit: LEAD_BODY_LIMIT },
    middlewares: [validateBody(UpdateCampaignLead)],
  },
]
