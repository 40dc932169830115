import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../../../utils/validate"
import { CreateTestSet, ListTestSets } from "./validators"

const TEST_SETS = "/api/v1/campaigns/:campaign_id/test-sets"

/** What stands before the routes of a campaign's test sets. */
export const testSetMiddlewares: MiddlewareRoute[] = [
  { matcher: TEST_SETS, methods: ["GET"], middlewares: [validateQuery(ListTestSets)] },
  { matcher: TEST_SETS, methods: ["POST"], middlewares: [validateBody(CreateTestSet)] },
]
