import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { toIdempotency } from "../idempotency"
import { resolvePlayground } from "../../common/resolve-modules"
import type { GenerateDraftsInput } from "../generate-drafts-input"

/** The batch that this request's idempotency key made before; null for a new key or none. */
export const findEarlierBatchStep = createStep(
  "find-earlier-batch",
  async (request: GenerateDraftsInput, { container }) => {
    const idempotency = toIdempotency(request)
    const earlier =
      idempotency &&
      (await resolvePlayground(container).findBatchByIdempotencyKey(
        request.campaign_id,
        idempotency
      ))
    return new StepResponse(earlier)
  }
)
