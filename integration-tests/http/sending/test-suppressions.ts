import { createHmac } from "node:crypto"
import type { Host } from "../../../testing/host-suite"
import { toUnsubscribeToken } from "../../../src/modules/delivery/unsubscribe/unsubscribe-token"
import { NOBODY, SECRET } from "./client"

/** Whom nobody writes to, and how it comes to that. */
export function testSuppressions(host: Host): void {
  const headers = () => host.adminHeaders()

  it("keeps the list of whom nobody writes to: JSON, CSV in and out, delete", async () => {
    const suppressions = (method: "get" | "post" | "delete", path = "") =>
      host.request()[method](`/api/v1/suppressions${path}`).set(headers())
    const added = await suppressions("post")
      .send({ suppressions: [{ value: "Ada@Example.COM" }, { value: "no address" }] })
      .expect(200)
    expect(added.body).toMatchObject({ added: 1, skipped: 0, errors: [{ line: 2 }] })
    const csv = await suppressions("post")
      .set("Content-Type", "text/csv")
      .send("email,reason\nada@example.com,manual\nbounce@example.org,bounced\n@example.net,\n")
      .expect(200)
    expect(csv.body).toEqual({ added: 2, skipped: 1, errors: [] })
    const file = await suppressions("get").set("Accept", "text/csv").expect(200)
    expect(
      file.text
        .split("\n")
        .map((line) => line.split(",", 2).join())
        .sort()
    ).toEqual([
      "",
      "ada@example.com,manual",
      "bounce@example.org,bounced",
      "example.net,manual",
      "value,reason",
    ])
    const { body } = await suppressions("get", "?q=bounce").expect(200)
    await suppressions("delete", `/${body.suppressions[0].id}`).expect(200)
    await suppressions("delete", `/${body.suppressions[0].id}`).expect(404)
  })

  it("hears of bounces from who signs, once, and writes there no more", async () => {
    const report = (body: string, secret: string, seconds = Math.floor(Date.now() / 1_000)) =>
      host
        .request()
        .post("/api/v1/playground/mail-events/plain")
        .set("Content-Type", "application/json")
        .set("X-Playground-Timestamp", String(seconds))
        .set(
          "X-Playground-Signature",
          createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")
        )
        .send(body)
    const event = { id: "1", type: "bounced", email: "gone@example.com", message_id: null }
    const body = JSON.stringify({ events: [event] })
    expect((await report(body, SECRET).expect(200)).body).toEqual({ recorded: 1 })
    expect((await report(body, SECRET).expect(200)).body).toEqual({ recorded: 0 })
    await report(body, "another secret").expect(401)
    await report(body, SECRET, Math.floor(Date.now() / 1_000) - 3_600).expect(401)
    await report("{}", SECRET).expect(400)
    await host.request().post("/api/v1/playground/mail-events/nobody").send({}).expect(401)
    const { body: list } = await host.request().get("/api/v1/suppressions").set(headers())
    expect(list.suppressions).toMatchObject([
      { value: "gone@example.com", reason: "bounced", source: "plain" },
    ])
  })

  it("refuses a report of more than 256 kB before it looks at it", async () => {
    const { status } = await host
      .request()
      .post("/api/v1/playground/mail-events/plain")
      .set("Content-Type", "application/json")
      .send(JSON.stringify({ events: [], padding: "x".repeat(300_000) }))
    expect(status).toBe(413)
    await host.request().post("/api/v1/playground/mail-events/%zz").send({}).expect(400)
  })

  it("stops who tries links out, and nobody who has a good one", async () => {
    const guess = () => host.request().get(`/api/v1/playground/unsubscribe/${"x".repeat(43)}`)
    for (const method of ["get", "post"] as const) {
      await host.request()[method]("/api/v1/playground/unsubscribe/%zz").expect(400)
    }
    const answers = await Promise.all(Array.from({ length: 70 }, guess))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused.length).toBeGreaterThan(5)
    expect(refused[0]?.headers["retry-after"]).toBe("60")
    await host
      .request()
      .post(`/api/v1/playground/unsubscribe/${"x".repeat(43)}`)
      .expect(429)
    const [secret] = await host.query<{ key: string }>(
      `select unsubscribe_key as key from delivery_secret`
    )
    const good = toUnsubscribeToken(NOBODY, secret?.key ?? "")
    await host.request().get(`/api/v1/playground/unsubscribe/${good}`).expect(200)
    await host.request().post(`/api/v1/playground/unsubscribe/${good}`).expect(200)
  })
}
