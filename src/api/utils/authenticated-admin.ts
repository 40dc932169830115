import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareFunction,
} from "@medusajs/framework/http"
import { authenticate } from "@medusajs/framework/http"
import type { ConfigModule } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, parseCorsOrigins } from "@medusajs/framework/utils"
import cors from "cors"
import { decodablePath } from "./decodable-path"

/** The host guards only its own `/admin`: below any other path a plugin brings its own guard. */
const adminCors = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
  const { projectConfig } = req.scope.resolve<ConfigModule>(ContainerRegistrationKeys.CONFIG_MODULE)
  const origin = parseCorsOrigins(projectConfig.http.adminCors)
  cors({ origin, credentials: true })(req, res, next)
}

/** The host takes its secret keys as Basic only; our contract takes them as Bearer as well. */
const translateBearerKey = (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
  const [scheme = "", token = ""] = (req.headers.authorization ?? "").split(" ")
  if (scheme.toLowerCase() === "bearer" && token.startsWith("sk_")) {
    req.headers.authorization = `Basic ${token}`
  }
  next()
}

const authenticateAdmin = authenticate("user", ["bearer", "session", "api-key"])

/** The host's refusal says `{ message }` alone; every other error carries a `type`. */
const authenticateWithType = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) => {
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    res.json = json
    const said: unknown =
      typeof body === "object" && body !== null ? Reflect.get(body, "message") : body
    const message =
      said === "Unauthorized"
        ? "Unauthorized: send 'Authorization: Bearer <token>' with an admin's token or a secret API key."
        : said
    return res.json({ type: "unauthorized", message })
  }
  void authenticateAdmin(req, res, (error?: unknown) => {
    res.json = json
    next(error)
  })
}

/**
 * What stands before every route of the plugin: the host's admin CORS, then any of the four ways in
 * (an admin's token, the dashboard's session, a secret key as Bearer or as Basic), else 401; and a path that can be read. CORS
 * goes first, because a preflight carries no credentials.
 */
export const authenticatedAdmin: MiddlewareFunction[] = [
  adminCors,
  translateBearerKey,
  authenticateWithType,
  decodablePath,
]
