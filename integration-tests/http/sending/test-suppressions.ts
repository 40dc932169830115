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
  })

  it("keeps who took whom off the list, when and why", async () => {
    const mira = await host.createAdmin("mira@example.com")
    const call = (method: "get" | "post" | "delete", path = "") =>
      host.request()[method](`/api/v1/suppressions${path}`).set(mira.headers)
    const ofName = async (name: string) => {
      const { body } = await call("get", `?q=${name}`).expect(200)
      return (body as { suppressions: { id: string }[] }).suppressions[0]?.id
    }
    await call("post")
      .set("Content-Type", "text/csv")
      .send("value,reason\nada@example.com,unsubscribed\nexample.org,bounced\n")
      .expect(200)
    const ada = await ofName("ada")
    await call("delete", `/${ada}`).send({ note: " She asked us to.\n" }).expect(200)
    await call("delete", `/${ada}`).send({ note: "Again" }).expect(404)
    await call("delete", `/${await ofName("example.org")}`).expect(200)
    await call("delete", `/${NOBODY}`)
      .send({ note: "x".repeat(1_001) })
      .expect(400)

    const { body } = await call("get", "/lifted").expect(200)
    const by = { lifted_by_name: "mira@example.com", created_by_name: "mira@example.com" }
    expect(body).toMatchObject({
      lifted: [
        { value: "example.org", kind: "domain", reason: "bounced", note: null, ...by },
        { id: ada, value: "ada@example.com", reason: "unsubscribed", ...by },
      ],
      count: 2,
    })
    expect(body.lifted[1].note).toBe("She asked us to.")
    expect(Date.now() - Date.parse(body.lifted[0].lifted_at)).toBeLessThan(60_000)
    const second = await call("get", "/lifted?offset=1&limit=1").expect(200)
    expect(second.body).toMatchObject({ lifted: [{ id: ada }], count: 2, offset: 1, limit: 1 })
    // Whoever is added again and taken off again leaves a second trace; none can be changed.
    await call("post")
      .send({ suppressions: [{ value: "ada@example.com" }] })
      .expect(200)
    await call("delete", `/${await ofName("ada")}`).expect(200)
    expect((await call("get", "/lifted").expect(200)).body.count).toBe(3)
    await expect(host.query(`delete from delivery_lifted_suppression`)).rejects.toThrow(
      "append-only"
    )
  })

  it.each([
    ["semicolons", 'E-Mail;Reason\nada@example.com;complained\n"bob@example.com";bounced\n'],
    ["tabs", "email\treason\nada@example.com\tcomplained\nbob@example.com\tbounced\n"],
    [
      "commas, a byte order mark and Windows' line ends",
      "\ufeffEMAIL,Reason,Note\r\nada@example.com,complained,x\r\nbob@example.com,bounced\r\n",
    ],
  ])("reads a spreadsheet's file with %s", async (_, csv) => {
    const call = (method: "get" | "post") =>
      host.request()[method]("/api/v1/suppressions").set(headers())
    const { body } = await call("post").set("Content-Type", "text/csv").send(csv).expect(200)
    expect(body).toEqual({ added: 2, skipped: 0, errors: [] })
    const reasons = ((await call("get")).body as { suppressions: { reason: string }[] })
      .suppressions
    expect(reasons.map(({ reason }) => reason).sort()).toEqual(["bounced", "complained"])
  })

  it("exports nothing that a spreadsheet would run or split, and takes it back as it was", async () => {
    const odd = [
      "=cmd|calc@example.com",
      "+1@example.com",
      "-2+3@example.com",
      "＝1@example.com",
      'quo"te,comma;semi@example.com',
    ]
    const call = (method: "get" | "post") =>
      host.request()[method]("/api/v1/suppressions").set(headers())
    await call("post")
      .send({ suppressions: odd.map((value) => ({ value, reason: "manual" })) })
      .expect(200)
    const { text } = await call("get").set("Accept", "text/csv").expect(200)
    for (const line of text.trim().split("\n").slice(1)) {
      expect(line).not.toMatch(/^"?[=+\-@＝]/)
      expect(line).toMatch(/^("([^"]|"")*"|[^",;\t]+),manual,api,/)
    }
    const again = await call("post").set("Content-Type", "text/csv").send(text).expect(200)
    expect(again.body).toEqual({ added: 0, skipped: odd.length, errors: [] })
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
