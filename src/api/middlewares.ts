import { defineMiddlewares } from "@medusajs/framework/http"
import { campaignMiddlewares } from "./api/v1/campaigns/middlewares"
import { campaignLeadMiddlewares } from "./api/v1/campaigns/[campaign_id]/leads/middlewares"
import { leadReviewMiddlewares } from "./api/v1/campaigns/[campaign_id]/leads/[campaign_lead_id]/middlewares"
import { checkMiddlewares } from "./api/v1/campaigns/[campaign_id]/checks/middlewares"
import { comparisonMiddlewares } from "./api/v1/campaigns/[campaign_id]/comparisons/middlewares"
import { testSetMiddlewares } from "./api/v1/campaigns/[campaign_id]/test-sets/middlewares"
import { promptMiddlewares } from "./api/v1/campaigns/[campaign_id]/prompts/middlewares"
import { playgroundMiddlewares } from "./api/v1/campaigns/[campaign_id]/playground/middlewares"
import { senderProfileMiddlewares } from "./api/v1/sender-profiles/middlewares"
import { sendingMiddlewares } from "./api/v1/campaigns/[campaign_id]/sending/middlewares"
import { ListOutboxMails } from "./api/v1/playground/outbox/validators"
import { publicMiddlewares } from "./api/v1/playground/public-middlewares"
import { suppressionMiddlewares } from "./api/v1/suppressions/middlewares"
import { requiredPolicies } from "./required-policies"
import { authenticatedAdmin } from "./utils/authenticated-admin"
import { validateQuery } from "./utils/validate"

export default defineMiddlewares({
  routes: [
    // Without methods, so for all below the path, and ahead of everything that names methods.
    { matcher: "/api/v1/campaigns", middlewares: authenticatedAdmin },
    { matcher: "/api/v1/sender-profiles", middlewares: authenticatedAdmin },
    { matcher: "/api/v1/playground/health", middlewares: authenticatedAdmin },
    { matcher: "/api/v1/playground/outbox", middlewares: authenticatedAdmin },
    { matcher: "/api/v1/playground/transports", middlewares: authenticatedAdmin },
    { matcher: "/api/v1/suppressions", middlewares: authenticatedAdmin },
    ...publicMiddlewares,
    // Ahead of the validators: who may not call it does not learn what is wrong with the call.
    ...requiredPolicies,
    ...campaignMiddlewares,
    ...campaignLeadMiddlewares,
    ...leadReviewMiddlewares,
    ...playgroundMiddlewares,
    ...promptMiddlewares,
    ...comparisonMiddlewares,
    ...checkMiddlewares,
    ...testSetMiddlewares,
    ...senderProfileMiddlewares,
    ...sendingMiddlewares,
    ...suppressionMiddlewares,
    {
      matcher: "/api/v1/playground/outbox",
      methods: ["GET"],
      middlewares: [validateQuery(ListOutboxMails)],
    },
  ],
})
