import http from "node:http"
import { eventually } from "../../../testing/eventually"
import type { Host } from "../../../testing/host-suite"
import { clientOf, refusal, type Client } from "./client"
import { step, variant } from "./step-bodies"

/** Leads that are imported. */
export function testImportLeads(host: Host): void {
  let client: Client
  let leads: string
  beforeEach(async () => {
    client = clientOf(host)
    const steps = [step(1, { variants: [variant("A"), variant("B")] }), step(2)]
    const { body } = await client.post("/campaigns", { name: "x", steps })
    leads = `/campaigns/${body.campaign.id}/leads`
  })

  const emailsOf = async (path: string): Promise<string[]> => {
    const { body } = await client.get(`${path}?limit=200`)
    return body.leads.map(({ email }: { email: string }) => email)
  }

  it("of a JSON list are each looked at alone: a bad one is reported by its place", async () => {
    const answer = await client.post(leads, {
      leads: [
        { email: "a@example.com" },
        { email: "nobody" },
        null,
        { email: "b@example.com", colour: "red" },
        { first_name: "x" },
        { email: "c@example.com", attributes: { a: { b: "\0" } } },
        { email: "d@example.com" },
      ],
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      created: 2,
      skipped: 0,
      errors: [
        {
          line: 2,
          email: "nobody",
          code: "not_an_address",
          params: { value: "nobody" },
          reason: expect.stringContaining("an e-mail address"),
        },
        {
          line: 3,
          code: "field_refused",
          params: expect.anything(),
          reason: expect.stringContaining("expected object"),
        },
        {
          line: 4,
          email: "b@example.com",
          code: "unknown_fields",
          params: { fields: "colour" },
          reason: "Unrecognized fields: 'colour'",
        },
        {
          line: 5,
          code: "address_missing",
          params: {},
          reason: "Field 'email' is required: expected string",
        },
        {
          line: 6,
          email: "c@example.com",
          code: "field_refused",
          params: expect.anything(),
          reason: expect.stringContaining("NUL"),
        },
      ],
    })
    expect(await emailsOf(leads)).toEqual(["a@example.com", "d@example.com"])
  })

  it("come 1 to 1,000 in a JSON list, and in nothing else", async () => {
    const many = (size: number) =>
      Array.from({ length: size }, (_, place) => ({ email: `lead-${place}@example.com` }))
    for (const body of [{}, { leads: [] }, { leads: many(1001) }, { leads: {} }, [], "null", "{"]) {
      expect(await client.post(leads, body)).toMatchObject({ status: 400, body: refusal() })
    }
    const extra = { leads: many(1), colour: "red" }
    expect(await client.post(leads, extra)).toMatchObject({ status: 400, body: refusal("colour") })
    expect((await client.get(leads)).body.count).toBe(0)
    const whole = await client.post(leads, { leads: many(1000) })
    expect(whole.body).toEqual({ created: 1000, skipped: 0, errors: [] })
  })

  it("may be 1,000 with 32 kB of attributes each, which is refused to nobody but a stranger", async () => {
    const note = "x".repeat(32_768 - 11)
    const body = {
      leads: Array.from({ length: 1000 }, (_, place) => ({
        email: `lead-${place}@example.com`,
        attributes: { note },
      })),
    }
    const stranger = await host.request().post(`/api/v1${leads}`).send(body)
    expect(stranger.status).toBe(401)
    expect((await client.post(leads, body)).body).toMatchObject({ created: 1000, errors: [] })
    const tooMuch = { leads: [{ email: "a@example.com", first_name: "x".repeat(42_000_000) }] }
    expect(await client.post(leads, tooMuch)).toMatchObject({
      status: 400,
      body: refusal("at most 40 MB"),
    })
  })

  it.each([
    ["text/plain", "email\na@example.com\n"],
    ["application/x-www-form-urlencoded", "email=a@example.com"],
    ["application/xml", "<lead/>"],
    ["text/csv; charset=iso-8859-1", "email\na@example.com\n"],
  ])("are not taken as %s: the answer names the two forms that are", async (type, body) => {
    expect(await client.upload(leads, body, type)).toMatchObject({
      status: 415,
      body: refusal("application/json or text/csv", type.split(";")[0] ?? ""),
    })
  })

  it("come from a CSV file by line, and importing it again adds nothing", async () => {
    const file = [
      "\ufeffEmail,First Name,company,Favourite colour",
      'ada@example.com,Ada,"Engines, ""Analytical""\r\nLtd",green',
      "nobody,No",
      "grace@example.com,Grace,,",
      "ADA@example.com,Again,,",
      "",
    ].join("\r\n")
    const error = {
      line: 4,
      email: "nobody",
      code: "not_an_address",
      params: { value: "nobody" },
      reason: `Field 'email': expected an e-mail address, got: "nobody"`,
    }
    const first = await client.upload(leads, file, "text/csv; charset=utf-8")
    expect(first).toMatchObject({ status: 200 })
    const report = {
      columns: [
        { header: "Email", field: "email", attribute: null },
        { header: "First Name", field: "first_name", attribute: null },
        { header: "company", field: "company", attribute: null },
        { header: "Favourite colour", field: null, attribute: "Favourite colour" },
      ].map((column) => ({ ...column, samples: expect.any(Array) })),
      questions: [],
      notes: [],
      encoding: "utf-8",
      delimiter: ",",
    }
    expect(first.body).toEqual({ created: 2, skipped: 1, errors: [error], ...report })
    const before = (await client.get(leads)).body
    expect(before.leads).toMatchObject([
      {
        email: "ada@example.com",
        company: 'Engines, "Analytical"\r\nLtd',
        attributes: { "Favourite colour": "green" },
      },
      { email: "grace@example.com", company: null, attributes: {} },
    ])
    const again = await client.upload(leads, file)
    expect(again.body).toEqual({ created: 0, skipped: 3, errors: [error], ...report })
    expect((await client.get(leads)).body).toEqual(before)
  })

  it("are refused of a CSV file whose header names no e-mail column", async () => {
    expect(await client.upload(leads, "name,phone\na,b\n")).toMatchObject({
      status: 400,
      body: refusal("no column 'email'", "name, phone"),
    })
    expect(await client.upload(leads, "")).toMatchObject({ status: 400, body: refusal("empty") })
  })

  it("report a thousand bad rows at most, and say when there were more", async () => {
    const bad = "nobody\n".repeat(1001)
    const { body } = await client.upload(leads, `email\n${bad}last@example.com\n`)
    expect(body).toMatchObject({ created: 1, skipped: 0, errors_truncated: true })
    expect(body.errors).toHaveLength(1000)
    const exactly = await client.upload(leads, `email\n${"nobody\n".repeat(1000)}`)
    expect(exactly.body.errors).toHaveLength(1000)
    expect(exactly.body).not.toHaveProperty("errors_truncated")
  })

  it("come 20,000 in one CSV file, each with a variant of every step, in lead order", async () => {
    const rows = Array.from({ length: 20_000 }, (_, place) => `lead-${place}@example.com,L${place}`)
    const file = ["email,first_name", ...rows, ...rows.slice(0, 500)].join("\n")
    const { body } = await client.upload(leads, file)
    expect(body).toMatchObject({ created: 20_000, skipped: 500, errors: [] })
    const [counted] = await host.query<{ leads: number; assigned: number; in_order: boolean }>(
      `select count(*)::int as leads,
              (select count(*)::int from outreach_lead_assignment) as assigned,
              bool_and(lead.email = 'lead-' || (lead.place - 1) || '@example.com') as in_order
         from (select email, row_number() over (order by position) as place
                 from outreach_campaign_lead) as lead`
    )
    expect(counted).toEqual({ leads: 20_000, assigned: 40_000, in_order: true })
  })

  it("of an upload that is cut off are those of whole chunks, and the host goes on", async () => {
    const row = (place: number) => `lead-${place}@example.com\n`
    const rows = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, place) => row(from + place)).join("")
    const upload = http.request(`${host.baseUrl()}/api/v1${leads}`, {
      method: "POST",
      headers: { ...host.adminHeaders(), "Content-Type": "text/csv" },
    })
    const cut = new Promise((resolve) => upload.once("error", resolve))
    upload.write(`email\n${rows(0, 2500)}half-a-row@exam`)
    await eventually(async () => (await client.get(leads)).body.count === 2000, {
      withinMs: 45_000,
      because: "two chunks are committed while the rest is still to come",
    })
    upload.destroy()
    await cut
    expect((await client.get(leads)).body.count).toBe(2000)
    const again = await client.upload(leads, `email\n${rows(0, 2501)}`)
    expect(again.body).toMatchObject({ created: 501, skipped: 2000, errors: [] })
  })

  describe("of a file whose columns are not sure", () => {
    const file =
      "Work Email,Personal Email,Vorname,Plan\nada@acme.example,ada@home.example,Ada,Pro\n"
    const question = {
      code: "several_columns",
      field: "email",
      headers: ["Work Email", "Personal Email"],
    }

    it("are none until somebody says which column is which", async () => {
      const refused = await client.upload(leads, file)
      expect(refused).toMatchObject({ status: 400, body: refusal("Work Email", "map=", "dry_run") })
      const asked = await client.upload(`${leads}?dry_run=true`, file)
      expect(asked.body).toMatchObject({
        created: 0,
        updated: 0,
        skipped: 0,
        errors: [],
        questions: [question],
        columns: [
          { header: "Work Email", field: null, samples: ["ada@acme.example"] },
          { header: "Personal Email", field: null, samples: ["ada@home.example"] },
          { header: "Vorname", field: "first_name", samples: ["Ada"] },
          { header: "Plan", field: null, attribute: "Plan", samples: ["Pro"] },
        ],
        encoding: "utf-8",
        delimiter: ",",
      })
      const map = encodeURIComponent(
        JSON.stringify({ "Work Email": "email", "Personal Email": null, Plan: "attributes.tier" })
      )
      const settled = await client.upload(`${leads}?dry_run=true&map=${map}`, file)
      expect(settled.body).toMatchObject({ created: 1, questions: [] })
      expect(await emailsOf(leads)).toEqual([])
      expect((await client.upload(`${leads}?map=${map}`, file)).body).toMatchObject({ created: 1 })
      const { body } = await client.get(leads)
      expect(body.leads).toMatchObject([
        { email: "ada@acme.example", first_name: "Ada", attributes: { tier: "Pro" } },
      ])
    })

    it.each([
      ["map", "nonsense", "map"],
      ["map", "[]", "map"],
      ["map", '{"Plan":"colour"}', "map"],
      ["map", '{"Plan":"email","Vorname":"email"}', "two columns"],
      ["map", '{"Plam":"email"}', "Plam"],
      ["dry_run", "maybe", "dry_run"],
      ["on_existing", "delete", "on_existing"],
    ])("are refused with %s=%s", async (name, value, words) => {
      const answer = await client.upload(`${leads}?${name}=${encodeURIComponent(value)}`, file)
      expect(answer).toMatchObject({ status: 400, body: refusal(words) })
    })
  })

  describe("that the campaign has", () => {
    const before = {
      email: "ada@example.com",
      first_name: "Ada",
      attributes: { plan: "Pro", a: 1 },
    }
    const again = [
      "email,first_name,company,plan,Unsubscribed",
      "ADA@example.com,,Acme,Max,yes",
      "new@example.com,New,,,",
      "new@example.com,Second,,,",
      "same@example.com,Same,,,",
    ].join("\n")
    beforeEach(async () => {
      const same = { email: "same@example.com", first_name: "Same" }
      await client.post(leads, { leads: [before, same] })
    })

    it("are skipped, or with on_existing=update get what the file has; a dry run tells either", async () => {
      const all = (await client.get(leads)).body
      const dry = (query: string) =>
        client.upload(`${leads}?dry_run=true${query}`, again).then(({ body }) => body)
      expect(await dry("")).toMatchObject({ created: 1, updated: 0, skipped: 3 })
      expect(await dry("&on_existing=update")).toMatchObject({ created: 1, updated: 1, skipped: 2 })
      expect((await client.get(leads)).body).toEqual(all)

      const { body } = await client.upload(`${leads}?on_existing=update`, again)
      expect(body).toMatchObject({ created: 1, updated: 1, skipped: 2, errors: [] })
      expect((await client.get(leads)).body.leads).toMatchObject([
        {
          email: "ada@example.com",
          first_name: "Ada",
          company: "Acme",
          email_consent: "withdrawn",
          attributes: { plan: "Max", a: 1 },
        },
        { email: "same@example.com", first_name: "Same", email_consent: "unknown" },
        { email: "new@example.com", first_name: "New" },
      ])
      expect(await dry("&on_existing=update")).toMatchObject({ created: 0, updated: 0, skipped: 4 })
    })

    it("are told by a dry run of a JSON list as well", async () => {
      const list = { leads: [{ ...before, title: "CTO" }, { email: "new@example.com" }, {}] }
      const answer = await client.post(`${leads}?dry_run=true&on_existing=update`, list)
      expect(answer.body).toMatchObject({
        created: 1,
        updated: 1,
        skipped: 0,
        errors: [{ line: 3, code: "address_missing" }],
        columns: [],
        questions: [],
        encoding: null,
        delimiter: null,
      })
      expect((await client.get(leads)).body.count).toBe(2)
      expect((await client.post(`${leads}?on_existing=update`, list)).body).toMatchObject({
        created: 1,
        updated: 1,
        skipped: 0,
      })
    })
  })
}
