import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../../utils/validate"
import { ReplaceChecks } from "./validators"

/** 50 checks of 200 phrases of 200 characters; nobody has a tenth of it. */
const CHECKS_BODY_LIMIT = "500kb"

/** What stands before the routes of a campaign's checks. */
export const checkMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/api/v1/campaigns/:campaign_id/checks",
    methods: ["PUT"],
    bodyParser: { sizeLimit: CHECKS_BODY_LIMIT },
    middlewares: [validateBody(ReplaceChecks)],
  },
]
