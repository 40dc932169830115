import type { Host } from "../../../testing/host-suite"
import { clientOf, refusal, UNKNOWN_ID, type Client } from "./client"
import { leadBounds } from "./lead-bounds"
import { step, variant } from "./step-bodies"

/** Leads of a campaign. */
export function testLeads(host: Host): void {
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
    email_consent: "granted",
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
    expect((await client.get(leads)).body.leads).toEqual([
      { ...got.body.lead, draft_count: 0, approved_count: 0 },
    ])

    expect((await client.patch(`${leads}/${id}`, {})).body).toEqual(got.body)
    const cleared = { first_name: null, last_name: null, company: null, title: null }
    const changed = await client.patch(`${leads}/${id}`, {
      ...cleared,
      customer_id: null,
      email_consent: "withdrawn",
      attributes: {},
    })
    const consent = { email_consent: "withdrawn" }
    expect(changed.body).toEqual({
      lead: { ...nothingElse, ...consent, ...stored, email: whole.email, id, campaign_id },
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

  it("are listed by their ids, in lead order, and only those of the campaign", async () => {
    const emails = ["zoe@example.com", "ada@example.com", "bob@example.com"]
    await client.post(leads, { leads: emails.map((email) => ({ email })) })
    const { body } = await client.get(leads)
    const [zoe, , bob] = body.leads.map(({ id }: { id: string }) => id)
    const stranger = await addOne(await campaignLeads(), whole)

    const ids = [bob, stranger, UNKNOWN_ID, zoe].join(",")
    const found = await client.get(`${leads}?campaign_lead_ids=${ids}`)
    expect(found.body).toMatchObject({ leads: [body.leads[0], body.leads[2]], count: 2 })
    expect(found.body.leads).toHaveLength(2)
    const searched = await client.get(`${leads}?campaign_lead_ids=${ids}&q=bob`)
    expect(searched.body).toMatchObject({ leads: [body.leads[2]], count: 1 })
    for (const wrong of ["", "x", `${zoe},${zoe}`]) {
      const refused = await client.get(`${leads}?campaign_lead_ids=${wrong}`)
      expect(refused).toMatchObject({ status: 400, body: refusal("campaign_lead_ids") })
    }
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
}
