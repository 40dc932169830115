import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { hostSuite } from "../../setup/host-suite"
import { UNKNOWN_ID } from "./client"

const API = path.resolve(__dirname, "../../../src/api")

/** Every route that the plugin has, read off its files: none can be forgotten here. */
function listRoutes(): { method: string; url: string }[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const url = `/${path.dirname(file)}`.replace(/\[[^\]]+\]/g, UNKNOWN_ID)
      const source = readFileSync(path.join(API, file), "utf8")
      const methods = [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gm)]
      return methods.map(([, method = ""]) => ({ method: method.toLowerCase(), url }))
    })
}

hostSuite("who may come in", {}, (host) => {
  const routes = listRoutes()

  const call = (method: string, url: string, headers: Record<string, string> = {}) => {
    const http = host.request()
    const calls: Record<string, typeof http.get> = http
    const send = calls[method]
    if (!send) throw new Error(`supertest has no method ${method}`)
    return send.call(http, url).set(headers)
  }

  it("is asked on every route of the plugin, before anything else", async () => {
    expect(routes.length).toBeGreaterThan(15)
    const refused = [
      {},
      { authorization: "Bearer nonsense" },
      { authorization: "Bearer sk_0123456789abcdef" },
      { authorization: "Basic sk_0123456789abcdef" },
      { ...host.adminHeaders({ expiresIn: -1 }) },
      { ...host.adminHeaders({ secret: "another" }) },
    ]
    for (const { method, url } of routes) {
      for (const headers of refused) {
        const { status, body } = await call(method, url, headers)
        expect({ method, url, headers, status, body }).toEqual({
          method,
          url,
          headers,
          status: 401,
          body: { type: "unauthorized", message: expect.stringContaining("Unauthorized") },
        })
      }
    }
  })

  it.each(["/api/v1/campaigns", "/api/v1/sender-profiles"])(
    "at %s is an admin by token or session, or a secret key as Bearer or Basic",
    async (url) => {
      const admin = await host.createAdmin()
      const key = await host.createApiKey()
      const session = await host.request().post("/auth/session").set(admin.headers).expect(200)
      const cookie = String(session.headers["set-cookie"]).split(";")[0] ?? ""
      for (const headers of [
        { authorization: `Bearer ${admin.token}` },
        { authorization: `Bearer ${key}` },
        { authorization: `Basic ${key}` },
        { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
        { cookie },
      ]) {
        const { status } = await call("get", url, headers)
        expect({ headers, status }).toEqual({ headers, status: 200 })
      }
    }
  )

  it("is not asked of a preflight, which is answered for the dashboard's origins alone", async () => {
    for (const { url } of routes) {
      const preflight = (origin: string) =>
        host.request().options(url).set({ Origin: origin, "Access-Control-Request-Method": "POST" })
      const { status, headers } = await preflight("http://localhost:9000")
      expect({ url, status }).toEqual({ url, status: 204 })
      expect(headers).toMatchObject({
        "access-control-allow-origin": "http://localhost:9000",
        "access-control-allow-credentials": "true",
      })
      const foreign = await preflight("https://elsewhere.example")
      expect(foreign.headers).not.toHaveProperty("access-control-allow-origin")
    }
  })
})
