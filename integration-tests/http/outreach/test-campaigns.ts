import { createCampaign } from "../../../testing/outreach-fixtures"
import type { Host } from "../../../testing/host-suite"
import { clientOf, refusal, UNKNOWN_ID, type Client } from "./client"
import { bounds } from "./field-bounds"
import { step, template, variant } from "./step-bodies"
import { DEFAULT_SETTINGS } from "../../../src/modules/delivery/settings/sending-settings"

/** Campaigns and sender profiles. */
export function testCampaigns(host: Host): void {
  let client: Client
  beforeAll(() => {
    client = clientOf(host)
  })

  const create = async (path: string, body: object): Promise<string> => {
    const answer = await client.post(path, body)
    expect(answer).toMatchObject({ status: 200 })
    return Object.values<{ id: string }>(answer.body)[0]?.id ?? "none"
  }

  it.each([
    ["of a template", { type: "TEMPLATE", template, prompt: "Hi" }, "prompt"],
    ["that is too long", { prompt: "x".repeat(32_001) }, "prompt"],
    ["that could never run", { prompt: "{{ lead.a or 'b' }}" }, "variant's prompt"],
  ])("a variant's prompt %s is refused", async (_, more, word) => {
    const steps = [step(1, { variants: [variant("A", more)] })]
    const { status, body } = await client.post("/campaigns", { name: "Autumn", steps })
    expect(status).toBe(400)
    expect(body.message).toContain(word)
  })

  it("a variant's prompt is kept as it was given, up to 32,000 characters, or none", async () => {
    const prompts = ["😀".repeat(32_000), null, " Hi {{ first_name }}\n"]
    const variants = [
      ...prompts.map((prompt, place) => variant(String(place), { prompt })),
      variant("none"),
    ]
    const id = await create("/campaigns", { name: "Autumn", steps: [step(1, { variants })] })
    const { body } = await client.get(`/campaigns/${id}`)
    const kept = body.campaign.steps[0].variants.map(({ prompt }: { prompt: unknown }) => prompt)
    expect(kept).toEqual([...prompts, null])
  })

  it.each([
    ["/sender-profiles", "profile_name", "custom_prompt", "sender"],
    ["/campaigns", "name", "system_prompt", "campaign"],
  ])(
    "%s keeps no prompt that could never run, and says what to write",
    async (path, name, field, source) => {
      const wrong = "Hi {{ lead.first_name or 'there' }}, {{ firstName }} {{ x | upper }}"
      const write = (prompt: string) => ({ [name]: "Ada", [field]: prompt })
      const id = await create(path, write("Hi {{ lead.to_come }} {{ sender.phone }}"))
      for (const { status, body } of [
        await client.post(path, write(wrong)),
        await client.patch(`${path}/${id}`, write(wrong)),
      ]) {
        expect(status).toBe(400)
        expect(body).toMatchObject({
          type: "invalid_data",
          code: "invalid_prompt",
          params: { source },
        })
        expect(
          body.params.problems.map((problem: { suggestion: string }) => problem.suggestion)
        ).toEqual([
          "{{ lead.first_name | default: 'there' }}",
          "{{ lead.first_name }}",
          "{{ x | upcase }}",
        ])
      }
      expect((await client.get(path)).body).toMatchObject({ count: 1 })
      expect((await client.patch(`${path}/${id}`, { [field]: " " })).status).toBe(200)
    }
  )

  describe.each([
    {
      path: "/sender-profiles",
      object: "sender_profile",
      list: "sender_profiles",
      name: "profile_name",
      fields: {
        profile_name: "Ada",
        description: "Sales",
        custom_prompt: "Subject: Hi\n\nHi",
        sender_data: { signature: "Ada 😀", links: [{ url: "https://example.com" }] },
        is_default: true,
      },
      defaults: { description: null, custom_prompt: null, sender_data: {}, is_default: false },
      cleared: { description: null, custom_prompt: null },
      added: {},
    },
    {
      path: "/campaigns",
      object: "campaign",
      list: "campaigns",
      name: "name",
      fields: {
        name: "Autumn",
        description: "Leaves",
        status: "active",
        system_prompt: "Subject: Hi\n\nHi",
        sender_profile_id: null,
        promotion_campaign_id: "procamp_1",
        steps: [
          {
            step_index: 2,
            delay_days: 3,
            channel: "linkedin",
            variants: [
              {
                label: "B",
                weight: 2.5,
                type: "TEMPLATE",
                template,
                sender_profile_id: null,
                prompt: null,
              },
              {
                label: "A",
                weight: 1,
                type: "PERSONALIZATION",
                template: null,
                sender_profile_id: null,
                prompt: "Hi {{ lead.to_come }}",
              },
            ],
          },
        ],
      },
      defaults: {
        description: null,
        status: "draft",
        system_prompt: null,
        sender_profile_id: null,
        promotion_campaign_id: null,
        steps: [],
      },
      cleared: { description: null, system_prompt: null, promotion_campaign_id: null },
      added: { sending: DEFAULT_SETTINGS },
    },
  ])("$list", ({ path, object, list, name, fields, defaults, cleared, added }) => {
    const stored = {
      ...added,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
    }

    it(`are made, read, changed and deleted at ${path}, each field as it was given`, async () => {
      const made = await client.post(path, fields)
      expect(made).toMatchObject({ status: 200 })
      expect(made.body).toEqual({ [object]: { ...fields, ...stored } })
      const { id } = made.body[object]
      expect((await client.get(`${path}/${id}`)).body).toEqual(made.body)
      expect((await client.get(`${path}/${id.toUpperCase()}`)).body).toEqual(made.body)

      const changed = await client.patch(`${path}/${id}`, { [name]: "Other" })
      expect(changed.body).toEqual({ [object]: { ...fields, ...stored, [name]: "Other" } })
      expect((await client.get(`${path}/${id}`)).body).toEqual(changed.body)

      const deleted = await client.remove(`${path}/${id}`)
      expect(deleted).toMatchObject({ status: 200, body: { id, object, deleted: true } })
      expect(await client.get(`${path}/${id}`)).toMatchObject({ status: 404 })
    })

    it(`have their defaults where ${path} is told nothing but a name`, async () => {
      const { body } = await client.post(path, { [name]: "x" })
      expect(body).toEqual({ [object]: { [name]: "x", ...defaults, ...stored } })
    })

    it(`at ${path} are cleared by null, left alone by absence, and untouched by {}`, async () => {
      const id = await create(path, fields)
      const before = await client.get(`${path}/${id}`)
      expect((await client.patch(`${path}/${id}`, {})).body).toEqual(before.body)
      expect((await client.get(`${path}/${id}`)).body).toEqual(before.body)

      const after = await client.patch(`${path}/${id}`, cleared)
      expect(after.body).toEqual({ [object]: { ...before.body[object], ...cleared, ...stored } })
      for (const field of Object.keys(fields).filter((key) => !(key in cleared))) {
        if (field === "sender_profile_id") continue
        const answer = await client.patch(`${path}/${id}`, { [field]: null })
        expect(answer).toMatchObject({ status: 400, body: refusal(`'${field}`) })
      }
      expect((await client.get(`${path}/${id}`)).body).toEqual(after.body)
    })

    it(`are listed at ${path} newest first, by page and by part of the name`, async () => {
      const ids: string[] = []
      for (const text of ["100% wool", "Summer", "100 wool", "SUMMER sale"]) {
        ids.unshift(await create(path, { [name]: text }))
      }
      const idsOf = async (query: string) => {
        const { status, body } = await client.get(`${path}${query}`)
        expect(status).toBe(200)
        const { [list]: rows, ...page } = body
        return { ids: rows.map(({ id }: { id: string }) => id), ...page }
      }
      expect(await idsOf("")).toEqual({ ids, count: 4, offset: 0, limit: 20 })
      expect(await idsOf("?offset=1&limit=2")).toEqual({
        ids: ids.slice(1, 3),
        count: 4,
        offset: 1,
        limit: 2,
      })
      expect(await idsOf("?offset=9")).toEqual({ ids: [], count: 4, offset: 9, limit: 20 })
      expect(await idsOf("?q=summer")).toMatchObject({ ids: [ids[0], ids[2]], count: 2 })
      expect(await idsOf("?q=100%25")).toMatchObject({ ids: [ids[3]], count: 1 })
      expect(await idsOf("?q=")).toMatchObject({ count: 4 })
      for (const query of ["?limit=0", "?limit=201", "?offset=-1", "?limit=x", "?page=2", "?q=%00"])
        expect(await client.get(`${path}${query}`)).toMatchObject({ status: 400, body: refusal() })
    })

    it(`are refused at ${path} where the id is no UUID, and not found where it names nothing`, async () => {
      for (const id of ["1", "procamp_1", `${UNKNOWN_ID}x`, "%00", "undefined"]) {
        const refused = { status: 400, body: refusal("Path parameter", "expected a UUID") }
        expect(await client.get(`${path}/${id}`)).toMatchObject(refused)
        expect(await client.patch(`${path}/${id}`, {})).toMatchObject(refused)
        expect(await client.remove(`${path}/${id}`)).toMatchObject(refused)
      }
      const notFound = { status: 404, body: { type: "not_found" } }
      expect(await client.get(`${path}/${UNKNOWN_ID}`)).toMatchObject(notFound)
      expect(await client.patch(`${path}/${UNKNOWN_ID}`, {})).toMatchObject(notFound)
      expect(await client.patch(`${path}/${UNKNOWN_ID}`, { [name]: "x" })).toMatchObject(notFound)
      expect(await client.remove(`${path}/${UNKNOWN_ID}`)).toMatchObject(notFound)
    })

    it(`are refused at ${path} with an unknown field, broken JSON, or what is no object`, async () => {
      const bodies = [{ [name]: "x", nam: "y" }, [], `"text"`, "null", "{", `{"${name}":`]
      for (const body of bodies) {
        const answer = await client.post(path, body)
        expect({ body, status: answer.status, said: answer.body }).toEqual({
          body,
          status: 400,
          said: refusal(),
        })
      }
      expect(await client.get(path)).toMatchObject({ body: { count: 0 } })
    })
  })

  it.each(bounds)("keep within their bounds: $path $field", async ({ path, field, good, bad }) => {
    const required = path === "/campaigns" ? { name: "x" } : { profile_name: "x" }
    const id = await create(path, required)
    const before = await client.get(`${path}/${id}`)
    for (const value of bad) {
      const shown = { [field]: value }
      const refused = { shown, status: 400, body: refusal(`'${field}`) }
      const posted = await client.post(path, { ...required, [field]: value })
      // What a person may meet on a page has a code as well.
      expect({ shown, status: posted.status, body: posted.body }).toMatchObject(refused)
      const patched = await client.patch(`${path}/${id}`, shown)
      expect({ shown, status: patched.status, body: patched.body }).toMatchObject(refused)
    }
    expect((await client.get(`${path}/${id}`)).body).toEqual(before.body)
    expect((await client.get(path)).body.count).toBe(1)
    for (const value of good) {
      const posted = await client.post(path, { ...required, [field]: value })
      expect(posted.status).toBe(200)
      expect(await client.patch(`${path}/${id}`, { [field]: value })).toMatchObject({ status: 200 })
      const [made] = Object.values<Record<string, unknown>>(posted.body)
      const [changed] = Object.values<Record<string, unknown>>(
        (await client.get(`${path}/${id}`)).body
      )
      if (field !== "steps") expect(made?.[field]).toEqual(value)
      expect(changed?.[field]).toEqual(made?.[field])
    }
  })

  it("have a name: it is required of both", async () => {
    expect(await client.post("/campaigns", {})).toMatchObject({
      status: 400,
      body: refusal("Field 'name' is required"),
    })
    expect(await client.post("/sender-profiles", {})).toMatchObject({
      status: 400,
      body: refusal("Field 'profile_name' is required"),
    })
  })

  it("answer steps in order of step_index and variants as given, with their defaults", async () => {
    const { body } = await client.post("/campaigns", {
      name: "x",
      steps: [step(2), step(1, { variants: [variant("B"), variant("A")] })],
    })
    const filled = (label: string) => ({
      label,
      weight: 1,
      type: "PERSONALIZATION",
      template: null,
      sender_profile_id: null,
      prompt: null,
    })
    expect(body.campaign.steps).toEqual([
      { step_index: 1, delay_days: 0, channel: "email", variants: [filled("B"), filled("A")] },
      { step_index: 2, delay_days: 0, channel: "email", variants: [filled("A")] },
    ])
  })

  it("refuse a body of more than a few megabytes with the host's 413", async () => {
    const body = { name: "x", description: "y".repeat(6_000_000) }
    expect(await client.post("/campaigns", body)).toMatchObject({ status: 413 })
  })

  it("have one default sender profile, the last that asked, though two ask at once", async () => {
    const ids = await Promise.all(
      ["Ada", "Grace", "Edsger", "Barbara"].map((profile_name) =>
        create("/sender-profiles", { profile_name })
      )
    )
    const answers = await Promise.all(
      ids.map((id) => client.patch(`/sender-profiles/${id}`, { is_default: true }))
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const { body } = await client.get("/sender-profiles")
    const defaults = body.sender_profiles.filter((row: { is_default: boolean }) => row.is_default)
    expect(defaults).toHaveLength(1)

    const last = await create("/sender-profiles", { profile_name: "Last", is_default: true })
    const after = await client.get("/sender-profiles")
    const now = after.body.sender_profiles.filter((row: { is_default: boolean }) => row.is_default)
    expect(now.map(({ id }: { id: string }) => id)).toEqual([last])
  })

  it("name no sender any more once their sender profile is deleted", async () => {
    const sender_profile_id = await create("/sender-profiles", { profile_name: "Ada" })
    const id = await create("/campaigns", {
      name: "x",
      sender_profile_id,
      steps: [step(1, { variants: [variant("A", { sender_profile_id })] })],
    })
    await client.remove(`/sender-profiles/${sender_profile_id}`)
    const { body } = await client.get(`/campaigns/${id}`)
    expect(body.campaign).toMatchObject({
      sender_profile_id: null,
      steps: [{ variants: [{ sender_profile_id: null }] }],
    })
  })

  it("stop drafting when they are deleted: their running batches are cancelled", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 30 })
    await client.patch(`/campaigns/${campaign_id}`, { system_prompt: "Subject: x\n\n[hang]" })
    const batches = await Promise.all(
      [1, 3].map((step_index) =>
        client.post(`/campaigns/${campaign_id}/playground/generate`, { step_index })
      )
    )
    expect(batches.map(({ status }) => status)).toEqual([202, 202])
    expect(await client.remove(`/campaigns/${campaign_id}`)).toMatchObject({ status: 200 })
    const rows = await host.query<{ status: string; pending: number }>(
      `select batch.status,
              count(*) filter (where task.status in ('pending', 'running'))::int as pending
         from playground_draft_batch as batch
         join playground_draft_task as task on task.batch_id = batch.id
        where batch.campaign_id = $1 group by batch.id`,
      [campaign_id]
    )
    expect(rows).toEqual([
      { status: "cancelled", pending: 0 },
      { status: "cancelled", pending: 0 },
    ])
  })
}
