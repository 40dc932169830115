import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import {
  AddSuppressions,
  DeleteSuppression,
  ListLiftedSuppressions,
  ListSuppressions,
} from "./validators"

const SUPPRESSIONS = "/api/v1/suppressions"

const validateJson = validateBody(AddSuppressions)

/** What stands before the list of suppressions. A stream of CSV is read by the route itself. */
export const suppressionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: SUPPRESSIONS,
    methods: ["GET"],
    middlewares: [validateQuery(ListSuppressions)],
  },
  {
    matcher: `${SUPPRESSIONS}/lifted`,
    methods: ["GET"],
    middlewares: [validateQuery(ListLiftedSuppressions)],
  },
  {
    matcher: `${SUPPRESSIONS}/:suppression_id`,
    methods: ["DELETE"],
    middlewares: [validateBody(DeleteSuppression)],
  },
  {
    matcher: SUPPRESSIONS,
    methods: ["POST"],
    bodyParser: { sizeLimit: "500kb" },
    middlewares: [
      (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
        if (req.is("text/csv")) next()
        else validateJson(req, res, next)
      },
    ],
  },
]
