import { listRoutes, type Method } from "../../setup/routes"
import { hostSuite } from "../../setup/host-suite"

hostSuite("who may come in", {}, (host) => {
  const routes = listRoutes()

  const call = (method: Method, url: string, headers: Record<string, string>) =>
    host.request()[method](url).set(headers)

  it("is asked on every route of the plugin, before anything else", async () => {
    expect(routes.length).toBeGreaterThan(15)
    const refused: Record<string, string>[] = [
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
})
