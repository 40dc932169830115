import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../../../utils/validate"
import { ApproveEmail, ResetEmails, UnapproveEmail } from "./validators"

const LEAD = "/api/v1/campaigns/:campaign_id/leads/:campaign_lead_id"

/** 50,998 characters of 4 bytes, each escaped in JSON as `\ud83d\ude00`. */
const EMAIL_BODY_LIMIT = "700kb"

/** What stands before the routes that review one lead's e-mails. */
export const leadReviewMiddlewares: MiddlewareRoute[] = [
  {
    matcher: `${LEAD}/approve`,
    methods: ["POST"],
    bodyParser: { sizeLimit: EMAIL_BODY_LIMIT },
    middlewares: [validateBody(ApproveEmail)],
  },
  {
    matcher: `${LEAD}/unapprove`,
    methods: ["POST"],
    middlewares: [validateBody(UnapproveEmail)],
  },
  {
    matcher: `${LEAD}/reset`,
    methods: ["POST"],
    middlewares: [validateBody(ResetEmails)],
  },
]
