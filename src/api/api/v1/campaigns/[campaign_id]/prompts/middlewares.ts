import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PROMPT_BODY_LIMIT } from "../../../../../utils/prompt"
import { validateBody, validateQuery } from "../../../../../utils/validate"
import { CreatePrompt, ListPrompts, SavePromptVersion, UpdatePrompt, UsePrompt } from "./validators"

const PROMPTS = "/api/v1/campaigns/:campaign_id/prompts"

/** What stands before the routes of a campaign's named prompts. */
export const promptMiddlewares: MiddlewareRoute[] = [
  { matcher: PROMPTS, methods: ["GET"], middlewares: [validateQuery(ListPrompts)] },
  {
    matcher: PROMPTS,
    methods: ["POST"],
    bodyParser: { sizeLimit: PROMPT_BODY_LIMIT },
    middlewares: [validateBody(CreatePrompt)],
  },
  {
    matcher: `${PROMPTS}/:prompt_id`,
    methods: ["PATCH"],
    middlewares: [validateBody(UpdatePrompt)],
  },
  {
    matcher: `${PROMPTS}/:prompt_id/versions`,
    methods: ["POST"],
    bodyParser: { sizeLimit: PROMPT_BODY_LIMIT },
    middlewares: [validateBody(SavePromptVersion)],
  },
  {
    matcher: `${PROMPTS}/:prompt_id/use`,
    methods: ["POST"],
    middlewares: [validateBody(UsePrompt)],
  },
]
