import { createUselessApiKeys } from "../../testing/admins"
import type { Host } from "../../testing/host-suite"
import { listRoutes, type Method } from "../../testing/routes"
import { createEverything, type Ids } from "./fixture"
import { ROUTE_CALLS, urlOf } from "./route-calls"
import { everythingStored } from "./stored"

/** Who may come in. */
export function testAccess(host: Host): void {
  const routes = listRoutes()

  const call = (method: Method, url: string, headers: Record<string, string>) =>
    host.request()[method](url).set(headers)

  /** The good call of each route, in the table's order. */
  const callAll = async (ids: Ids, headers: Record<string, string>) => {
    const answers = []
    for (const [route, { query, body, answers: expected }] of Object.entries(ROUTE_CALLS)) {
      const [method, path] = route.split(" ") as [Method, string]
      const request = call(method, urlOf(path, ids, query?.valid(ids)), headers)
      const answer = await (body ? request.send(body.valid(ids)) : request)
      answers.push({ route, expected, status: answer.status, body: answer.body as unknown })
    }
    return answers
  }

  it("is known of every route there is: the table of good calls has each one, and no other", () => {
    const known = Object.keys(ROUTE_CALLS).sort()
    expect(known).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
  })

  it("is asked on every route, before anything else: whoever is refused reads and changes nothing", async () => {
    const { revoked, publishable } = await createUselessApiKeys(host.container())
    const ids = await createEverything(host)
    const before = await everythingStored(host)
    const refused: Record<string, Record<string, string>> = {
      nobody: {},
      nonsense: { authorization: "Bearer nonsense" },
      "a customer": host.adminHeaders({ actorId: "cus_1", actorType: "customer" }),
      "a revoked key as Bearer": { authorization: `Bearer ${revoked}` },
      "a revoked key as Basic": { authorization: `Basic ${revoked}` },
      "a shop's key": { authorization: `Bearer ${publishable}` },
      "a shop's key as Basic": { authorization: `Basic ${publishable}` },
      "a made up key": { authorization: "Bearer sk_0123456789abcdef" },
      "a made up key as Basic": { authorization: "Basic sk_0123456789abcdef" },
      "an expired token": host.adminHeaders({ expiresIn: -1 }),
      "a forged token": host.adminHeaders({ secret: "another" }),
    }
    for (const [who, headers] of Object.entries(refused)) {
      for (const { route, status, body } of await callAll(ids, headers)) {
        expect({ who, route, status, body }).toEqual({
          who,
          route,
          status: 401,
          body: { type: "unauthorized", message: expect.stringContaining("Unauthorized") },
        })
      }
    }
    expect(await everythingStored(host)).toEqual(before)
  })

  it.each(["a user", "a secret key as Bearer", "a secret key as Basic"])(
    "is let in everywhere as %s: each good call succeeds",
    async (who) => {
      const key = await host.createApiKey()
      const headers: Record<string, Record<string, string>> = {
        "a user": (await host.createAdmin()).headers,
        "a secret key as Bearer": { authorization: `Bearer ${key}` },
        "a secret key as Basic": { authorization: `Basic ${key}` },
      }
      const answers = await callAll(await createEverything(host), headers[who] ?? {})
      const surprises = answers.filter(
        ({ status, expected }) => ![expected].flat().includes(status)
      )
      expect(surprises).toEqual([])
    }
  )

  it.each(["/api/v1/campaigns", "/api/v1/sender-profiles"])(
    "at %s is an admin by token or session, or a secret key as Bearer or Basic",
    async (url) => {
      const admin = await host.createAdmin()
      const key = await host.createApiKey()
      const session = await host.request().post("/auth/session").set(admin.headers).expect(200)
      const cookie = String(session.headers["set-cookie"]).split(";")[0] ?? ""
      const accepted: Record<string, string>[] = [
        { authorization: `Bearer ${admin.token}` },
        { authorization: `Bearer ${key}` },
        { authorization: `Basic ${key}` },
        { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
        { cookie },
      ]
      for (const headers of accepted) {
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
}
