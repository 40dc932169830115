import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

/** A UUID that names nothing. */
const NOBODY = "00000000-0000-4000-8000-000000000000"

const API = path.resolve(__dirname, "../src/api")

const METHODS = ["get", "post", "put", "patch", "delete"] as const
export type Method = (typeof METHODS)[number]

/** Routes that need no login: each is held to its own tests. */
const PUBLIC = /^\/api\/v1\/playground\/(unsubscribe|mail-events)\//

interface Route {
  method: Method
  /** With ids of nothing. */
  url: string
  /** With `[its_ids]`. */
  path: string
}

/** Every route that the plugin has behind its login, read off its files: none can be forgotten here. */
export const listRoutes = (): Route[] => listAllRoutes().filter(({ path: at }) => !PUBLIC.test(at))

/** Every route that the plugin has. */
export function listAllRoutes(): Route[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const route = `/${path.dirname(file)}`
      const url = route.replace(/\[[^\]]+\]/g, NOBODY)
      const source = readFileSync(path.join(API, file), "utf8")
      const isServed = (method: Method) =>
        new RegExp(`^export const ${method.toUpperCase()}\\b`, "m").test(source)
      return METHODS.filter(isServed).map((method) => ({ method, url, path: route }))
    })
}
