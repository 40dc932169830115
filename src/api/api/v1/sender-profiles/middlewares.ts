import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody, validateQuery } from "../../../utils/validate"
import { CreateSenderProfile, ListSenderProfiles, UpdateSenderProfile } from "./validators"

const SENDER_PROFILES = "/api/v1/sender-profiles"

/**
 * A 32,000-character prompt of 4-byte characters, each escaped in JSON as `\ud83d\ude00`, and 32 kB
 * of sender data that may be escaped likewise.
 */
const BODY_LIMIT = "700kb"

/** What stands before the routes of sender profiles. */
export const senderProfileMiddlewares: MiddlewareRoute[] = [
  {
    matcher: SENDER_PROFILES,
    methods: ["POST"],
    bodyParser: { sizeLimit: BODY_LIMIT },
    middlewares: [validateBody(CreateSenderProfile)],
  },
  {
    matcher: SENDER_PROFILES,
    methods: ["GET"],
    middlewares: [validateQuery(ListSenderProfiles)],
  },
  {
    matcher: `${SENDER_PROFILES}/:sender_profile_id`,
    methods: ["PATCH"],
    bodyParser: { sizeLimit: BODY_LIMIT },
    middlewares: [validateBody(UpdateSenderProfile)],
  },
]
