import { randomUUID } from "node:crypto"
import type { OutreachModuleService } from "../../../src/modules/outreach"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "./client"
import { EventReader } from "./event-reader"

/** GET /playground/events. */
export function testEvents(host: Host): void {
  const follow = async (url: string, lastEventId?: string) => {
    const reader = await EventReader.open(`${host.baseUrl()}${url}`, {
      ...host.adminHeaders(),
      ...(lastEventId !== undefined && { "Last-Event-ID": lastEventId }),
    })
    const { statusCode: status = 0, headers } = reader.response
    host.watch({ method: "GET", url, status, type: headers["content-type"] ?? "", body: null })
    return reader
  }
  const leadsOf = (reader: EventReader) =>
    reader.named("draft").map(({ data }) => data.campaign_lead_id)

  /** Leads that take longer one after the other, the last one for ever. */
  async function createSlowCampaign() {
    const { campaign_id } = await createCampaign(host, { leads: 0 })
    const outreach = host.container().resolve<OutreachModuleService>("outreach")
    const orders = ["[delay:1]", "[delay:1]", "[fail:permanent]", "[hang]"]
    const lead_ids = await outreach.addCampaignLeads(
      campaign_id,
      orders.map((order, place) => ({ email: `l${place}@example.com`, attributes: { order } }))
    )
    const client = playgroundOf(host, campaign_id)
    const batchId = await client.generate({ custom_prompt: "secret-body {{ lead.order }}" })
    return { client, batchId, lead_ids, url: client.url(`events?batch_id=${batchId}`) }
  }

  it("tells each lead once, then done, and ends", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 8 })
    const client = playgroundOf(host, campaign_id)
    const batch_id = await client.generate({ custom_prompt: "[delay:300] secret-body" })
    const reader = await follow(client.url(`events?batch_id=${batch_id}`))
    expect(reader.response.statusCode).toBe(200)
    expect(reader.response.headers["content-type"]).toMatch(/^text\/event-stream/)
    expect(reader.response.headers["cache-control"]).toContain("no-cache")
    await reader.until(() => reader.isEnded, "the stream ends by itself")
    expect(leadsOf(reader).sort()).toEqual([...lead_ids].sort())
    const overall = { pending: 0, running: 0, succeeded: 8, failed: 0, cancelled: 0, total: 8 }
    expect(reader.events.at(-1)).toMatchObject({
      event: "done",
      data: { campaign_id, batch_id, overall },
    })
    expect(reader.named("done")).toHaveLength(1)
    expect(reader.named("progress").length).toBeGreaterThan(0)
    expect(JSON.stringify(reader.events)).not.toContain("secret-body")
  })

  it("goes on after Last-Event-ID where it was cut, and tells no lead twice", async () => {
    const { client, batchId, lead_ids, url } = await createSlowCampaign()
    const first = await follow(url)
    await first.until(() => first.named("draft").length === 3, "three leads are told")
    const lastEventId = first.events.at(-1)?.id ?? ""
    first.close()

    const second = await follow(url, lastEventId)
    await second.until(() => second.named("progress").length > 0, "the stream goes on")
    expect(leadsOf(second)).toEqual([])
    await client.post("cancel", { batch_id: batchId }).expect(200)
    await second.until(() => second.isEnded, "the cancelled batch's stream ends")
    expect(leadsOf(second)).toEqual([lead_ids[3]])
    expect(second.named("draft")[0]?.data).toMatchObject({ status: "cancelled" })
    expect(second.named("done")[0]?.data).toMatchObject({ status: "cancelled" })

    const fresh = await follow(url)
    await fresh.until(() => fresh.isEnded, "a stream of an ended batch ends at once")
    expect(leadsOf(fresh)).toEqual(lead_ids)
    const none = await follow(url, fresh.events.at(-1)?.id)
    await none.until(() => none.isEnded, "a stream that has told all ends at once")
    expect(none.events.map(({ event }) => event)).toEqual(["progress", "done"])
  })

  it("takes a Last-Event-ID that is none of its own for none at all", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
    const client = playgroundOf(host, campaign_id)
    const batchId = await client.generate()
    await client.finished(batchId)
    for (const strange of ["", "not ours!", "x".repeat(5_000)]) {
      const reader = await follow(client.url(`events?batch_id=${batchId}`), strange)
      await reader.until(() => reader.isEnded, "the stream ends")
      expect(leadsOf(reader)).toEqual(lead_ids)
    }
  })

  it("serves many followers of one batch, and says within 15 s that it is still there", async () => {
    const { client, batchId, url } = await createSlowCampaign()
    const readers = await Promise.all(Array.from({ length: 5 }, () => follow(url)))
    for (const reader of readers) {
      await reader.until(() => reader.named("draft").length === 3, "each hears of three leads")
    }
    const [reader] = readers
    await reader?.until(() => reader.comments.length > 0, "the heartbeat comes", 25_000)
    expect(reader?.comments[0]).toMatch(/^: /)
    readers.slice(1).forEach((other) => other.close())
    await client.post("cancel", { batch_id: batchId }).expect(200)
    await reader?.until(
      () => reader.named("done").length === 1,
      "the one that stayed hears the end"
    )
  })

  it("needs a batch that is the campaign's, and an admin", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 1 })
    const client = playgroundOf(host, campaign_id)
    await client.get("events").expect(400)
    await client.get(`events?batch_id=${randomUUID()}`).expect(404)
    await host
      .request()
      .get(client.url(`events?batch_id=${randomUUID()}`))
      .expect(401)
  })
}
