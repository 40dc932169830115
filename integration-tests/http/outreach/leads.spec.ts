import http from "node:http"
import { eventually } from "../../setup/eventually"
import { hostSuite } from "../../setup/host-suite"
import { clientOf, refusal, UNKNOWN_ID, type Client } from "./client"
import { leadBounds } from "./lead-bounds"
import { step, variant } from "./step-bodies"

hostSuite("leads of a campaign", {}, (host) => {
  let client: Client
  let leads: string
  beforeEach(async () => {
    client = clientOf(host)
    leads = await campaignLeads()
  })

  /** Path of the leads of a new campaign. */
  const campaignLeads = async (): Promise<string> => {
    const steps = [step(1, { variants: [variant("A"), variant("B")] }), step(2)]
    const { body } = await client.post("/campaigns", { name: "x", steps })
    return `/campaigns/${body.campaign.id}/leads`
  }
  const addOne = async (path: string, lead: object): Promise<string> => {
    expect(await client.post(path, { leads: [lead] })).toMatchObject({ body: { created: 1 } })
    const { body } = await client.get(path)
    return body.leads.at(-1).id
  }
  const emailsOf = async (path: string): Promise<string[]> => {
    const { body } = await client.get(`${path}?limit=200`)
    return body.leads.map(({ email }: { email: string }) => email)
  }

  const whole = {
    email: "Ada@Example.com",
    first_name: "Ada",
    last_name: "Lovelace",
    company: "Analytical Engines",
    title: "Countess",
    customer_id: "cus_1",
    attributes: { interests: ["maths", { poetry: true }], note: "ü😀" },
  }
  const nothingElse = {
    first_name: null,
    last_name: null,
    company: null,
    title: null,
    customer_id: null,
    attributes: {},
  }
  const stored = {
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    created_at: expect.stringMatching(/Z$/),
    updated_at: expect.stringMatching(/Z$/),
  }

  it("are added, read, changed and deleted, each field as it was given and no other", async () => {
    const campaign_id = leads.split("/")[2]
    const id = await addOne(leads, whole)
    const got = await client.get(`${leads}/${id}`)
    expect(got).toMatchObject({ status: 200 })
    expect(got.body).toEqual({ lead: { ...whole, ...stored, id, campaign_id } })
    expect((await client.get(leads)).body.leads).toEqual([got.body.lead])

    expect((await client.patch(`${leads}/${id}`, {})).body).toEqual(got.body)
    const cleared = { first_name: null, last_name: null, company: null, title: null }
    const changed = await client.patch(`${leads}/${id}`, {
      ...cleared,
      customer_id: null,
      attributes: {},
    })
    expect(changed.body).toEqual({
      lead: { ...nothingElse, ...stored, email: whole.email, id, campaign_id },
    })
    expect((await client.get(`${leads}/${id}`)).body).toEqual(changed.body)

    const deleted = await client.remove(`${leads}/${id}`)
    expect(deleted).toMatchObject({ status: 200, body: { id, object: "lead", deleted: true } })
    expect(await client.get(`${leads}/${id}`)).toMatchObject({ status: 404 })
    expect(await client.remove(`${leads}/${id}`)).toMatchObject({ status: 404 })
  })

  it("are listed in the order in which they came, by page and by part of name or address", async () => {
    const given = [
      { email: "zoe@example.com", first_name: "Zoë" },
      { email: "ada@example.com", company: "100% wool" },
      { email: "bob@example.com", last_name: "Zoellner" },
    ]
    await client.post(leads, { leads: given })
    expect(await emailsOf(leads)).toEqual(given.map(({ email }) => email))
    const page = await client.get(`${leads}?offset=1&limit=1`)
    expect(page.body).toMatchObject({ leads: [given[1]], count: 3, offset: 1, limit: 1 })
    expect((await client.get(`${leads}?q=ZOE`)).body).toMatchObject({ count: 2 })
    expect((await client.get(`${leads}?q=100%25`)).body).toMatchObject({ leads: [given[1]] })
    expect((await client.get(`${leads}?q=_`)).body).toMatchObject({ count: 0 })
    expect(await client.get(`${leads}?limit=201`)).toMatchObject({ status: 400 })
  })

  it("are not found under another campaign, an unknown one, or by an id that names nothing", async () => {
    const id = await addOne(leads, whole)
    const other = await campaignLeads()
    const unknown = `/campaigns/${UNKNOWN_ID}/leads`
    const notFound = { status: 404, body: { type: "not_found" } }
    for (const path of [`${other}/${id}`, `${unknown}/${id}`, `${leads}/${UNKNOWN_ID}`]) {
      expect(await client.get(path)).toMatchObject(notFound)
      expect(await client.patch(path, { title: "x" })).toMatchObject(notFound)
      expect(await client.remove(path)).toMatchObject(notFound)
    }
    expect(await client.get(unknown)).toMatchObject(notFound)
    expect(await client.post(unknown, { leads: [whole] })).toMatchObject(notFound)
    expect(await client.upload(unknown, "email\na@example.com\n")).toMatchObject(notFound)
    for (const path of [`${leads}/x`, `/campaigns/x/leads/${id}`, "/campaigns/x/leads"]) {
      const refused = { status: 400, body: refusal("expected a UUID") }
      expect(await client.get(path)).toMatchObject(refused)
    }
    expect(await client.get(`${leads}/${id}`)).toMatchObject({ status: 200 })
  })

  it.each(leadBounds)("keep within their bounds: $field", async ({ field, good, bad }) => {
    const id = await addOne(leads, { email: "first@example.com" })
    const before = await client.get(`${leads}/${id}`)
    for (const value of bad) {
      const shown = { [field]: value }
      const posted = await client.post(leads, { leads: [{ email: "b@example.com", ...shown }] })
      expect({ shown, body: posted.body }).toEqual({
        shown,
        body: {
          created: 0,
          skipped: 0,
          errors: [
            expect.objectContaining({ line: 1, reason: expect.stringContaining(`'${field}`) }),
          ],
        },
      })
      const patched = await client.patch(`${leads}/${id}`, shown)
      expect({ shown, status: patched.status, body: patched.body }).toEqual({
        shown,
        status: 400,
        body: refusal(`'${field}`),
      })
    }
    expect((await client.get(leads)).body).toMatchObject({ leads: [before.body.lead], count: 1 })
    for (const [place, value] of good.entries()) {
      const path = await campaignLeads()
      const made = await addOne(path, { email: `${place}@example.com`, [field]: value })
      const { body } = await client.get(`${path}/${made}`)
      expect(body.lead[field]).toEqual(value)
      const patched = await client.patch(`${leads}/${id}`, { [field]: value })
      expect(patched.body.lead[field]).toEqual(value)
    }
  })

  it("keep one address once in the campaign, whatever its case and however it is written", async () => {
    const composed = "j\u00fcrgen@example.com"
    const { body } = await client.post(leads, {
      leads: [
        { email: "ada@example.com" },
        { email: " ADA@example.com " },
        { email: composed },
        { email: composed.normalize("NFD") },
      ],
    })
    expect(body).toEqual({ created: 2, skipped: 2, errors: [] })
    const id = await addOne(leads, { email: "grace@example.com" })
    const taken = await client.patch(`${leads}/${id}`, { email: "Ada@Example.com" })
    expect(taken).toMatchObject({ status: 400, body: refusal("'email'", "another lead") })
    expect((await client.patch(`${leads}/${id}`, { email: "GRACE@example.com" })).status).toBe(200)
    const other = await campaignLeads()
    expect(await client.post(other, { leads: [whole] })).toMatchObject({ body: { created: 1 } })
  })

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
        { line: 2, email: "nobody", reason: expect.stringContaining("an e-mail address") },
        { line: 3, reason: expect.stringContaining("expected object") },
        { line: 4, email: "b@example.com", reason: "Unrecognized fields: 'colour'" },
        { line: 5, reason: "Field 'email' is required: expected string" },
        { line: 6, email: "c@example.com", reason: expect.stringContaining("NUL") },
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
      reason: `Field 'email': expected an e-mail address, got: "nobody"`,
    }
    const first = await client.upload(leads, file, "text/csv; charset=utf-8")
    expect(first).toMatchObject({ status: 200 })
    expect(first.body).toEqual({ created: 2, skipped: 1, errors: [error] })
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
    expect(again.body).toEqual({ created: 0, skipped: 3, errors: [error] })
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
    expect(body).toEqual({ created: 20_000, skipped: 500, errors: [] })
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
      withinMs: 20_000,
      because: "two chunks are committed while the rest is still to come",
    })
    upload.destroy()
    await cut
    expect((await client.get(leads)).body.count).toBe(2000)
    const again = await client.upload(leads, `email\n${rows(0, 2501)}`)
    expect(again.body).toEqual({ created: 501, skipped: 2000, errors: [] })
  })
})
