import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../../../utils/validate"
import { ChoosePair, CreateComparison, ListComparisonPairs, ListComparisons } from "./validators"

const COMPARISONS = "/api/v1/campaigns/:campaign_id/comparisons"

/** What stands before the routes of a campaign's blind comparisons. */
export const comparisonMiddlewares: MiddlewareRoute[] = [
  { matcher: COMPARISONS, methods: ["GET"], middlewares: [validateQuery(ListComparisons)] },
  { matcher: COMPARISONS, methods: ["POST"], middlewares: [validateBody(CreateComparison)] },
  {
    matcher: `${COMPARISONS}/:comparison_id/choices`,
    methods: ["POST"],
    middlewares: [validateBody(ChoosePair)],
  },
  {
    matcher: `${COMPARISONS}/:comparison_id/pairs`,
    methods: ["GET"],
    middlewares: [validateQuery(ListComparisonPairs)],
  },
]
