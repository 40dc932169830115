import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { LRUCache } from "lru-cache"
import { decodablePath } from "../../../utils/decodable-path"

const WINDOW_MS = 60_000
const MAX_PER_WINDOW = 60
/** Addresses that are counted at once: more need more memory than the counting is worth. */
const MAX_ADDRESSES = 10_000

/**
 * Answers 429 to an address that calls more than 60 times a minute, in each process. A link is not to
 * be guessed; this keeps whoever tries from costing anything.
 */
export function limitCallers(max = MAX_PER_WINDOW) {
  const calls = new LRUCache<string, { count: number }>({
    max: MAX_ADDRESSES,
    ttl: WINDOW_MS,
  })
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
    const address = req.ip ?? "unknown"
    const seen = calls.get(address) ?? { count: 0 }
    seen.count += 1
    // A window begins with its first call: later ones do not prolong it.
    if (seen.count === 1) calls.set(address, seen)
    if (seen.count <= max) return next()
    res.setHeader("Retry-After", String(WINDOW_MS / 1_000))
    res.status(429).json({ type: "too_many_requests", message: "Too many calls: wait a minute." })
  }
}

/** What stands before the calls that need no login. */
export const publicMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/api/v1/playground/unsubscribe",
    middlewares: [limitCallers(), decodablePath],
  },
  {
    matcher: "/api/v1/playground/mail-events/:provider",
    methods: ["POST"],
    bodyParser: { sizeLimit: "256kb", preserveRawBody: true },
    middlewares: [decodablePath],
  },
]
