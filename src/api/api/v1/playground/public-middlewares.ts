import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { LRUCache } from "lru-cache"
import { resolveDelivery } from "../../../../workflows/common/resolve-modules"
import { decodablePath } from "../../../utils/decodable-path"

const WINDOW_MS = 60_000
const MAX_PER_WINDOW = 60
/** Callers that are counted at once: more need more memory than the counting is worth. */
const MAX_CALLERS = 10_000

/**
 * Answers 429 to more than 60 calls a minute, in each process: with one good link, and from one address
 * with links that are not good. Good ones are not counted by address: behind a proxy, or at a company
 * whose scanner opens every link, all come from one, and nobody may be kept from unsubscribing.
 */
export function limitCallers(max = MAX_PER_WINDOW) {
  const calls = new LRUCache<string, { count: number }>({
    max: MAX_CALLERS,
    ttl: WINDOW_MS,
  })
  return async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const token = req.params.token ?? ""
    const isGood = await resolveDelivery(req.scope).isUnsubscribeToken(token)
    const caller = isGood ? `link ${token}` : `address ${req.ip ?? "unknown"}`
    const seen = calls.get(caller) ?? { count: 0 }
    seen.count += 1
    // A window begins with its first call: later ones do not prolong it.
    if (seen.count === 1) calls.set(caller, seen)
    if (seen.count <= max) return next()
    res.setHeader("Retry-After", String(WINDOW_MS / 1_000))
    res.status(429).json({ type: "too_many_requests", message: "Too many calls: wait a minute." })
  }
}

/** What stands before the calls that need no login. */
export const publicMiddlewares: MiddlewareRoute[] = [
  // Without the parameter: the router decodes it before it asks anybody.
  { matcher: "/api/v1/playground/unsubscribe", middlewares: [decodablePath] },
  { matcher: "/api/v1/playground/mail-events", middlewares: [decodablePath] },
  { matcher: "/api/v1/playground/unsubscribe/:token", middlewares: [limitCallers()] },
  {
    matcher: "/api/v1/playground/mail-events/:provider",
    methods: ["POST"],
    bodyParser: { sizeLimit: "256kb", preserveRawBody: true },
  },
]
