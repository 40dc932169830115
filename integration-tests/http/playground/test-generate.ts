import { createHash, randomUUID } from "node:crypto"
import type { OutreachModuleService } from "../../../src/modules/outreach"
import { TestGenerator } from "../../../testing/test-generator/service"
import type { Host } from "../../../testing/host-suite"
import { createCampaign, DEFAULT_SYSTEM_PROMPT } from "../../../testing/outreach-fixtures"
import { accepted, playgroundOf } from "./client"

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex")
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const countBatches = async (host: Host) => {
  const [row] = await host.query<{ batches: number; tasks: number; prompts: number }>(
    `select (select count(*)::int from playground_draft_batch) as batches,
            (select count(*)::int from playground_draft_task) as tasks,
            (select count(*)::int from playground_prompt_version) as prompts`
  )
  return row
}
const NOTHING = { batches: 0, tasks: 0, prompts: 0 }

/** POST /playground/generate. */
export function testGenerate(host: Host): void {
  describe("who may ask, and for what campaign", () => {
    it("is answered 401 before any look at the campaign or the body", async () => {
      for (const id of [randomUUID(), "nonsense"]) {
        const url = `/api/v1/campaigns/${id}/playground/generate`
        const { body } = await host.request().post(url).send({ nonsense: true }).expect(401)
        expect(body.type).toBe("unauthorized")
      }
    })

    it("refuses malformed campaign ids", async () => {
      for (const id of ["nonsense", "1", "../..", `${randomUUID()}x`, "{}", "%00"]) {
        const { status, body } = await host
          .request()
          .post(`/api/v1/campaigns/${encodeURIComponent(id)}/playground/generate`)
          .set(host.adminHeaders())
          .send({ step_index: 1 })
        const message = expect.stringContaining("campaign_id")
        expect({ id, status, body }).toEqual({
          id,
          status: 400,
          body: { type: "invalid_data", message },
        })
      }
    })

    it("does not find a campaign that does not exist", async () => {
      const { body } = await playgroundOf(host, randomUUID())
        .post("generate", { step_index: 1 })
        .expect(404)
      expect(body).toEqual({ type: "not_found", message: expect.stringContaining("campaign") })
    })

    it("takes the campaign's id in capital letters as well", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const { body } = await playgroundOf(host, campaign_id.toUpperCase())
        .post("generate", { step_index: 1 })
        .expect(202)
      expect(body.campaign_id).toBe(campaign_id)
    })
  })

  describe("its answer", () => {
    it("has the promised fields and no others", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host)
      const { body } = await playgroundOf(host, campaign_id)
        .post("generate", { step_index: 1 })
        .expect(202)
      expect(body).toEqual({
        campaign_id,
        step_index: 1,
        batch_id: expect.stringMatching(UUID),
        enqueued_lead_ids: lead_ids,
        prompt_version_hash: sha256(DEFAULT_SYSTEM_PROMPT),
        total: lead_ids.length,
      })
    })

    it("names a fresh batch for each call, with the same leads for another prompt", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 6 })
      const call = async (custom_prompt: string) =>
        (
          await playgroundOf(host, campaign_id)
            .post("generate", { step_index: 1, n_leads: 4, custom_prompt })
            .expect(202)
        ).body
      const first = await call("one")
      const second = await call("two")
      const again = await call("one")
      expect(first.enqueued_lead_ids).toEqual(lead_ids.slice(0, 4))
      expect(second.enqueued_lead_ids).toEqual(first.enqueued_lead_ids)
      expect(new Set([first, second, again].map((batch) => batch.batch_id)).size).toBe(3)
      expect(again.prompt_version_hash).toBe(first.prompt_version_hash)
    })

    it("counts what it enqueued, which may be fewer than asked for", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 3 })
      const { body } = await playgroundOf(host, campaign_id)
        .post("generate", { step_index: 1, n_leads: 200 })
        .expect(202)
      expect(body).toMatchObject({ enqueued_lead_ids: lead_ids, total: 3 })
    })
  })

  describe("step_index and n_leads", () => {
    it("are named with what is wrong about them, as are unknown fields, and nothing is stored", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const wrongs = [
        ["step_index", { step_index: 0 }],
        ["step_index", { step_index: 33 }],
        ["step_index", { step_index: 1.5 }],
        ["step_index", { step_index: -1 }],
        ["step_index", { step_index: "1" }],
        ["step_index", { step_index: null }],
        ["step_index", { step_index: 1e21 }],
        ["step_index", { step_index: true }],
        ["step_index", {}],
        ["n_leads", { step_index: 1, n_leads: 0 }],
        ["n_leads", { step_index: 1, n_leads: 201 }],
        ["n_leads", { step_index: 1, n_leads: 1.5 }],
        ["n_leads", { step_index: 1, n_leads: "5" }],
        ["n_leads", { step_index: 1, n_leads: null }],
        ["extra", { step_index: 1, extra: 1 }],
        ["__proto__", JSON.parse('{"step_index":1,"__proto__":{"x":1}}')],
        ["Body", []],
      ] as const
      for (const [field, wrong] of wrongs) {
        const { status, body } = await playgroundOf(host, campaign_id).post("generate", wrong)
        const message = expect.stringContaining(field)
        expect({ wrong, status, body }).toEqual({
          wrong,
          status: 400,
          body: { type: "invalid_data", message },
        })
      }
      expect(await countBatches(host)).toEqual(NOTHING)
    })

    it("does not find a step that the campaign lacks, up to the last possible one", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      for (const step_index of [4, 32]) {
        const { body } = await playgroundOf(host, campaign_id)
          .post("generate", { step_index })
          .expect(404)
        expect(body.message).toContain(`step ${step_index}`)
      }
      expect(await countBatches(host)).toEqual(NOTHING)
    })

    it("takes 1 lead, 50 by default and 200 at most", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 201 })
      const take = async (body: object) =>
        (await playgroundOf(host, campaign_id).post("generate", { step_index: 1, ...body })).body
          .enqueued_lead_ids
      expect(await take({ n_leads: 1 })).toEqual(lead_ids.slice(0, 1))
      expect(await take({})).toEqual(lead_ids.slice(0, 50))
      expect(await take({ n_leads: 200 })).toEqual(lead_ids.slice(0, 200))
    })

    it("is not allowed where no lead is to be drafted for, and stores nothing", async () => {
      const empty = await createCampaign(host, { leads: 0 })
      const full = await createCampaign(host, { leads: 3 })
      for (const [id, step_index] of [
        [empty.campaign_id, 1],
        [full.campaign_id, 2],
      ] as const) {
        const { body } = await playgroundOf(host, id).post("generate", { step_index }).expect(400)
        expect(body.type).toBe("not_allowed")
      }
      expect(await countBatches(host)).toEqual(NOTHING)
    })
  })

  describe("custom_prompt", () => {
    it.each([
      ["letters", "x"],
      ["four-byte characters", "😀"],
    ])("may be 32,000 %s long, and no longer", async (_, letter) => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const client = playgroundOf(host, campaign_id)
      const longest = letter.repeat(32_000)
      const { body } = await client
        .post("generate", { step_index: 1, custom_prompt: longest })
        .expect(accepted)
      expect(body.prompt_version_hash).toBe(sha256(longest))
      const refused = await client
        .post("generate", { step_index: 1, custom_prompt: longest + letter })
        .expect(400)
      expect(refused.body.message).toContain("custom_prompt")
      expect(refused.body.message).toMatch(/32000.*32001/)
      const [draft] = await client.finished(body.batch_id).then(() => client.drafts(body.batch_id))
      expect(draft?.body).toBe(longest)
    })

    it("fits in the body even where the client escapes every character", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const json = `{"step_index":1,"custom_prompt":"${"\\ud83d\\ude00".repeat(32_000)}"}`
      const { body } = await host
        .request()
        .post(playgroundOf(host, campaign_id).url("generate"))
        .set(host.adminHeaders())
        .set("content-type", "application/json")
        .send(json)
        .expect(accepted)
      expect(body.prompt_version_hash).toBe(sha256("😀".repeat(32_000)))
    })

    it("that cannot be stored or is no text is refused, saying why", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const wrongs = [
        ["a\0b", "NUL"],
        ["a\ud83d", "surrogate"],
        ["\ude00b", "surrogate"],
        [5, "string"],
        [["x"], "string"],
      ] as const
      for (const [custom_prompt, why] of wrongs) {
        const { body } = await playgroundOf(host, campaign_id)
          .post("generate", { step_index: 1, custom_prompt })
          .expect(400)
        expect(body.message).toContain("custom_prompt")
        expect(body.message).toContain(why)
      }
      expect(await countBatches(host)).toEqual(NOTHING)
    })

    it("that is no valid template is refused with line and column, and nothing is stored", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const { body } = await playgroundOf(host, campaign_id)
        .post("generate", { step_index: 1, custom_prompt: "Hello\n  {% if x %}" })
        .expect(400)
      expect(body).toEqual({
        type: "invalid_data",
        code: "invalid_prompt",
        message: expect.stringMatching(/custom_prompt.*line 2, column 3/),
        params: {
          source: "request",
          problems: [
            expect.objectContaining({ code: "unknown_tag", name: "if", line: 2, column: 3 }),
          ],
        },
      })
      expect(await countBatches(host)).toEqual(NOTHING)
    })

    it("that names what nothing in the campaign has is refused with what was meant, fallback or not", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 3 })
      const outreach = host.container().resolve<OutreachModuleService>("outreach")
      await outreach.updateCampaignLead(campaign_id, lead_ids[2] ?? "", {
        attributes: { "Plan Name": "Pro", address: { zip: "50667" } },
      })
      const client = playgroundOf(host, campaign_id)
      const custom_prompt =
        "{{firstName}} {{ plan | default: 'x' }} {{ address.zipp | default: 'y' }} {{ lead.company }}"
      for (const call of ["generate", "preview"]) {
        const { body } = await client.post(call, { step_index: 1, custom_prompt }).expect(400)
        expect(body).toMatchObject({ type: "invalid_data", code: "invalid_prompt" })
        const problems: { text: string; suggestion: string }[] = body.params.problems
        expect(problems.map(({ text, suggestion }) => [text, suggestion])).toEqual([
          ["{{firstName}}", "{{lead.first_name}}"],
          ["{{ plan | default: 'x' }}", "{{ lead.attributes['Plan Name'] | default: 'x' }}"],
          ["{{ address.zipp | default: 'y' }}", "{{ lead.address.zip | default: 'y' }}"],
        ])
      }
      expect(await countBatches(host)).toEqual(NOTHING)
      const mended =
        "{{first_name}} {{ lead['Plan Name'] | default: ‘x’ }} {{ address.zip | default: 'y' }}"
      await client.post("generate", { step_index: 1, custom_prompt: mended }).expect(202)
    })

    it("writes its fallback where the lead's value says that there is none", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 1 })
      const outreach = host.container().resolve<OutreachModuleService>("outreach")
      await outreach.updateCampaignLead(campaign_id, lead_ids[0] ?? "", { first_name: "N/A" })
      const { body } = await playgroundOf(host, campaign_id)
        .post("preview", { step_index: 1, custom_prompt: "Hi {{ first_name | default: 'there' }}" })
        .expect(200)
      expect(body.rendered_prompt).toBe("Hi there")
    })

    it("of a campaign that is no valid template is named as such", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      await host.query(`update outreach_campaign set system_prompt = '{{ x | nope }}'`)
      const { body } = await playgroundOf(host, campaign_id)
        .post("generate", { step_index: 1 })
        .expect(400)
      expect(body.message).toMatch(/system_prompt.*line 1, column \d+.*nope/)
    })
  })

  describe("where the prompt comes from", () => {
    const resolvedFor = async (campaign_id: string, body: object) => {
      const client = playgroundOf(host, campaign_id)
      const batchId = await client.generate(body)
      const answer = await client.get(`batches/${batchId}`).expect(200)
      const { prompt, prompt_source, prompt_version_hash } = answer.body.batch
      expect(prompt_version_hash).toBe(sha256(prompt))
      return { prompt, prompt_source, prompt_version_hash }
    }

    it("is the request, the campaign, the sender, the generator, in this order", async () => {
      const outreach = host.container().resolve<OutreachModuleService>("outreach")
      const { campaign_id } = await createCampaign(host, { leads: 1, system_prompt: "campaign's" })
      const sender = await outreach.createSenderProfile({
        profile_name: "Sales",
        custom_prompt: "sender's",
        sender_data: {},
      })
      await outreach.updateCampaign(campaign_id, { sender_profile_id: sender.id })

      const asked = await resolvedFor(campaign_id, { custom_prompt: "request's" })
      expect(asked).toMatchObject({ prompt_source: "request", prompt: "request's" })
      for (const custom_prompt of [null, "", " \r\n\t", "\u00a0"]) {
        const blank = await resolvedFor(campaign_id, { custom_prompt })
        expect(blank).toMatchObject({ prompt_source: "campaign", prompt: "campaign's" })
      }
      await outreach.updateCampaign(campaign_id, { system_prompt: " " })
      const senders = await resolvedFor(campaign_id, {})
      expect(senders).toMatchObject({ prompt_source: "sender", prompt: "sender's" })
      await outreach.updateSenderProfile(sender.id, { custom_prompt: null })
      const own = new TestGenerator().defaultPrompt
      const fallback = await resolvedFor(campaign_id, {})
      expect(fallback).toMatchObject({ prompt_source: "default", prompt: own })
    })

    it("is the variant's own for its leads, after the request's and before the campaign's", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, {
        leads: 24,
        system_prompt: "campaign's {{ lead.email }}",
      })
      const outreach = host.container().resolve<OutreachModuleService>("outreach")
      const { steps } = await outreach.retrieveCampaign(campaign_id)
      const split = steps.map((step) => ({
        ...step,
        variants: step.variants.map((variant) =>
          step.step_index === 3 && variant.label === "B"
            ? { ...variant, prompt: "variant's {{ first_name }}" }
            : variant
        ),
      }))
      await outreach.updateCampaign(campaign_id, { steps: split })
      const client = playgroundOf(host, campaign_id)
      const answer = await client.post("generate", { step_index: 3 }).expect(202)
      const { batch_id, prompt_version_hash } = answer.body
      expect(prompt_version_hash).toBe(sha256("campaign's {{ lead.email }}"))
      await client.finished(batch_id)
      const drafts = await client.drafts(batch_id)
      expect(drafts).toHaveLength(24)
      expect(new Set(drafts.map(({ variant_label }) => variant_label))).toEqual(new Set(["A", "B"]))
      for (const { variant_label, prompt_version_hash: hash, body, campaign_lead_id } of drafts) {
        const place = lead_ids.indexOf(campaign_lead_id)
        const isB = variant_label === "B"
        expect(hash).toBe(isB ? sha256("variant's {{ first_name }}") : prompt_version_hash)
        expect(body).toContain(isB ? `variant's First${place}` : `campaign's lead-${place}@`)
      }
      const lead = drafts.find(({ variant_label }) => variant_label === "B")?.campaign_lead_id
      const preview = (body: object) =>
        client.post("preview", { step_index: 3, campaign_lead_id: lead, ...body }).expect(200)
      expect((await preview({})).body).toMatchObject({
        prompt: "variant's {{ first_name }}",
        prompt_source: "variant",
        batch: { total: 24, ready: 24 },
      })
      expect((await preview({ custom_prompt: "mine" })).body).toMatchObject({
        prompt: "mine",
        prompt_source: "request",
      })
      const own = await client.generate({ step_index: 3, custom_prompt: "mine {{ lead.email }}" })
      await client.finished(own)
      const hashes = (await client.drafts(own)).map((draft) => draft.prompt_version_hash)
      expect(new Set(hashes)).toEqual(new Set([sha256("mine {{ lead.email }}")]))
    })

    it("makes no difference to the hash, nor do line ends, letter forms and trailing space", async () => {
      const text = "Caf\u00e9 for {{ lead.first_name }}\n\nyours"
      const { campaign_id } = await createCampaign(host, { leads: 1, system_prompt: text })
      const variants = [
        {},
        { custom_prompt: text },
        { custom_prompt: text.replaceAll("\n", "\r\n") },
        { custom_prompt: text.replaceAll("\n", "\r") },
        { custom_prompt: text.normalize("NFD") },
        { custom_prompt: `${text} \n\n` },
      ]
      for (const body of variants) {
        const { prompt_version_hash } = await resolvedFor(campaign_id, body)
        expect(prompt_version_hash).toBe(sha256(text))
      }
      expect(await countBatches(host)).toEqual({ batches: 6, tasks: 6, prompts: 1 })
    })
  })

  describe("a lead that has withdrawn its consent", () => {
    const withdraw = async (campaign_id: string, lead_ids: (string | undefined)[]) => {
      for (const id of lead_ids) {
        const url = `/api/v1/campaigns/${campaign_id}/leads/${id}`
        const consent = { email_consent: "withdrawn" }
        await host.request().patch(url).set(host.adminHeaders()).send(consent).expect(200)
      }
    }

    it("is passed over, whether the first are taken or it was named", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 4 })
      const [first, second, third] = lead_ids
      await withdraw(campaign_id, [first, third])
      const take = async (body: object) =>
        (await playgroundOf(host, campaign_id).post("generate", { step_index: 1, ...body })).body
          .enqueued_lead_ids
      expect(await take({})).toEqual([second, lead_ids[3]])
      expect(await take({ campaign_lead_ids: [third, second] })).toEqual([second])
    })

    it("leaves nothing to draft where all have, and the answer says so", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
      await withdraw(campaign_id, lead_ids)
      for (const more of [{}, { campaign_lead_ids: lead_ids }]) {
        const { body } = await playgroundOf(host, campaign_id)
          .post("generate", { step_index: 1, ...more })
          .expect(400)
        expect(body).toMatchObject({ type: "not_allowed" })
        expect(body.message).toMatch(/withdrawn their consent/)
      }
      expect(await countBatches(host)).toEqual(NOTHING)
    })
  })

  describe("campaign_lead_ids", () => {
    const call = (campaign_id: string, body: object) =>
      playgroundOf(host, campaign_id).post("generate", { step_index: 1, ...body })

    it("enqueues just these leads, in lead order whatever the order asked", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host)
      const [, second, , fourth] = lead_ids
      const { body } = await call(campaign_id, { campaign_lead_ids: [fourth, second] }).expect(202)
      expect(body).toMatchObject({ enqueued_lead_ids: [second, fourth], total: 2 })
    })

    it("takes ids in capital letters, but no lead twice", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
      const [id = ""] = lead_ids
      const once = await call(campaign_id, { campaign_lead_ids: [id.toUpperCase()] }).expect(202)
      expect(once.body.enqueued_lead_ids).toEqual([id])
      const twice = await call(campaign_id, { campaign_lead_ids: [id, id.toUpperCase()] })
      expect(twice.status).toBe(400)
      expect(twice.body.message).toMatch(/campaign_lead_ids.*once/)
    })

    it("are 1 to 200 UUIDs", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      const tooMany = Array.from({ length: 201 }, () => randomUUID())
      for (const campaign_lead_ids of [[], tooMany, ["x"], [null], null, "x"]) {
        const { body } = await call(campaign_id, { campaign_lead_ids }).expect(400)
        expect(body.message).toContain("campaign_lead_ids")
      }
    })

    it("takes up to 200", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 200 })
      const { body } = await call(campaign_id, { campaign_lead_ids: lead_ids }).expect(202)
      expect(body.enqueued_lead_ids).toEqual(lead_ids)
    })

    it("excludes n_leads", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 1 })
      const { body } = await call(campaign_id, {
        campaign_lead_ids: lead_ids,
        n_leads: 1,
      }).expect(400)
      expect(body.message).toMatch(/n_leads.*campaign_lead_ids/)
    })

    it("does not find leads that are unknown or another campaign's, and stores nothing", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 1 })
      const other = await createCampaign(host, { leads: 1 })
      for (const stranger of [randomUUID(), other.lead_ids[0] ?? ""]) {
        const { body } = await call(campaign_id, {
          campaign_lead_ids: [...lead_ids, stranger],
        }).expect(404)
        expect(body.message).toContain(stranger)
      }
      expect(await countBatches(host)).toEqual(NOTHING)
    })

    it("is not allowed for a lead that gets a template, and stores nothing", async () => {
      const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
      const body = { step_index: 2, campaign_lead_ids: lead_ids }
      const answer = await call(campaign_id, body).expect(400)
      expect(answer.body.type).toBe("not_allowed")
      expect(answer.body.message).toContain(lead_ids[0])
      expect(await countBatches(host)).toEqual(NOTHING)
    })
  })

  it("refuses a body that is no JSON object, without a trace of our insides", async () => {
    const { campaign_id } = await createCampaign(host, { leads: 1 })
    for (const text of ["{", '{"step_index":1,}', "step_index=1", "null", '"x"', ""]) {
      const { status, body } = await host
        .request()
        .post(playgroundOf(host, campaign_id).url("generate"))
        .set(host.adminHeaders())
        .set("content-type", "application/json")
        .send(text)
      expect({ text, status }).toEqual({ text, status: 400 })
      expect(JSON.stringify(body)).not.toMatch(/node_modules|\.js:|\.ts:/)
    }
    expect(await countBatches(host)).toEqual(NOTHING)
  })

  describe("Idempotency-Key", () => {
    const call = (campaign_id: string, key: string, body: object = {}) =>
      playgroundOf(host, campaign_id)
        .post("generate", { step_index: 1, ...body })
        .set("Idempotency-Key", key)

    it("gives the first answer again and enqueues nothing", async () => {
      const { campaign_id } = await createCampaign(host)
      const first = await call(campaign_id, "k1").expect(202)
      await playgroundOf(host, campaign_id).finished(first.body.batch_id)
      const before = await host.query("select * from playground_draft order by id")
      const again = await call(campaign_id, "k1", { n_leads: 50, custom_prompt: null }).expect(202)
      expect(again.body).toEqual(first.body)
      expect(await host.query("select * from playground_draft order by id")).toEqual(before)
      expect(await countBatches(host)).toMatchObject({ batches: 1, tasks: 5 })
    })

    it("gives the first answer even when the campaign has changed since", async () => {
      const { campaign_id } = await createCampaign(host)
      const first = await call(campaign_id, "k1").expect(202)
      const outreach = host.container().resolve<OutreachModuleService>("outreach")
      await outreach.addCampaignLeads(campaign_id, [{ email: "late@example.com" }])
      await outreach.updateCampaign(campaign_id, { system_prompt: "another" })
      expect((await call(campaign_id, "k1").expect(202)).body).toEqual(first.body)
    })

    it("is a conflict with another body", async () => {
      const { campaign_id } = await createCampaign(host)
      const first = await call(campaign_id, "k1").expect(202)
      for (const body of [{ step_index: 3 }, { n_leads: 2 }, { custom_prompt: "other" }]) {
        const conflict = await call(campaign_id, "k1", body).expect(409)
        expect(conflict.body).toEqual({
          type: "conflict",
          code: "idempotency_key_reused",
          message: expect.stringContaining(first.body.batch_id),
        })
      }
      expect(await countBatches(host)).toMatchObject({ batches: 1 })
    })

    it("is each campaign's own", async () => {
      const [one, two] = [await createCampaign(host), await createCampaign(host)]
      const first = await call(one.campaign_id, "k1").expect(202)
      const second = await call(two.campaign_id, "k1").expect(202)
      expect(second.body.batch_id).not.toBe(first.body.batch_id)
    })

    it("has 1 to 255 visible ASCII characters", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      for (const key of ["!", "~".repeat(255)]) await call(campaign_id, key).expect(202)
      for (const key of ["", "~".repeat(256), "a b", "caf\u00e9", "a\tb"]) {
        const { body } = await call(campaign_id, key).expect(400)
        expect(body.message).toContain("Idempotency-Key")
      }
    })

    it("does not burn a key on a request that was refused", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 1 })
      await call(campaign_id, "k1", { step_index: 4 }).expect(404)
      await call(campaign_id, "k1").expect(202)
    })

    it("makes one batch of 50 calls at once, and answers them all alike", async () => {
      const { campaign_id } = await createCampaign(host, { leads: 20 })
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => call(campaign_id, "k1").expect(accepted))
      )
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
      expect(await countBatches(host)).toMatchObject({ batches: 1, tasks: 20 })
    })
  })

  it("makes a batch of its own of each of 20 calls at once, by two admins", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 10 })
    const admins = [await host.createAdmin(), await host.createAdmin()]
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        playgroundOf(host, campaign_id, admins[place % 2]?.headers)
          .post("generate", { step_index: 1, custom_prompt: `${place} for {{ lead.email }}` })
          .expect(accepted)
      )
    )
    const client = playgroundOf(host, campaign_id)
    for (const [place, { body }] of answers.entries()) {
      const status = await client.finished(body.batch_id)
      expect(status.overall).toMatchObject({ succeeded: 10, total: 10 })
      const drafts = await client.drafts(body.batch_id)
      expect(drafts.map((draft) => draft.campaign_lead_id)).toEqual(lead_ids)
      expect(drafts.map((draft) => draft.body)).toEqual(
        lead_ids.map((_, lead) => `${place} for lead-${lead}@example.com`)
      )
      const { batch } = (await client.get(`batches/${body.batch_id}`)).body
      expect(batch.requested_by).toBe(admins[place % 2]?.id)
    }
  })
}
