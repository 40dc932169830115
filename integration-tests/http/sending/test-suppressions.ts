import { createHmac } from "node:crypto"
import type { Host } from "../../../testing/host-suite"
import { SECRET } from "./client"

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
}
