import { logger } from "@medusajs/framework/logger"
import PlaygroundModuleService from "../../../src/modules/playground/service"
import { parsePlaygroundOptions } from "../../../src/modules/playground/options/playground-options"
import { PermanentGeneratorError, type DraftGenerator, type DraftJudge } from "../../../src/ports"
import { eventually } from "../../../testing/eventually"
import { batchInput } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"
import { Telemetry } from "../../../testing/telemetry"

const LEADS = 5
const SECRET = "a-prompt-that-nobody-may-read"

/** Drafts all but the first lead, whose call is refused with everything in the message. */
const generator: DraftGenerator = {
  model: "model-asked-for",
  defaultPrompt: "",
  generate: ({ lead, prompt }) =>
    lead.email.startsWith("lead-0@")
      ? Promise.reject(new PermanentGeneratorError(`${prompt} ${lead.email}`, { code: "refused" }))
      : Promise.resolve({
          subject: `For ${lead.email}`,
          body: prompt,
          model: "model-that-answered",
          finish_reason: "stop",
          usage: { input_tokens: 11, output_tokens: 7 },
        }),
}

const judge: DraftJudge = {
  version: "1",
  model: "judge-asked-for",
  judge: async () => ({
    score: 4,
    criteria: [{ name: "tone", score: 4, reason: SECRET }],
    claims: [{ text: SECRET, field: null }],
    usage: { input_tokens: 5, output_tokens: 3 },
  }),
}

describe("what the host's OpenTelemetry is told of a batch", () => {
  const telemetry = new Telemetry()
  let database: LedgerDatabase
  let service: PlaygroundModuleService
  let batch_id: string
  const input = batchInput(LEADS)

  beforeAll(async () => {
    telemetry.register()
    database = await createLedgerDatabase("telemetry")
    service = new PlaygroundModuleService(
      {
        logger,
        playgroundOptions: parsePlaygroundOptions({ generator: "told" }),
        playgroundGenerators: new Map([["told", generator]]),
        playgroundGenerator: "told",
        playgroundJudge: {
          name: "told-judge",
          judge,
          version: "told-judge-1",
          isAuto: false,
          concurrency: 2,
        },
      },
      { database: { clientUrl: database.url } }
    )
    await service.__hooks.onApplicationStart()
    const created = await service.createDraftBatch({
      campaign: input.campaign_snapshot,
      step: input.step_snapshot,
      prompt: { ...input.prompt, text: `${SECRET} {{ lead.first_name }}` },
      tasks: input.tasks,
      requested_by: input.requested_by,
      idempotency: null,
    })
    if (created.outcome !== "created") throw new Error("the batch was not created")
    batch_id = created.batch.batch_id
    service.enqueueTasks(created.tasks)
    const isFinished = async () =>
      (await service.retrieveBatchStatus(input.campaign_id, batch_id)).status === "finished"
    await eventually(isFinished, { withinMs: 45_000, because: "the batch is finished" })
    await telemetry.flush()
  })
  afterAll(async () => {
    await service.__hooks.onApplicationPrepareShutdown()
    await service.__hooks.onApplicationShutdown()
    await database.drop()
    await telemetry.shutdown()
  })

  it("is a span for the batch's commit, with its ids and size", () => {
    expect(telemetry.named("playground.generate").map(({ attributes }) => attributes)).toEqual([
      {
        "playground.campaign_id": input.campaign_id,
        "playground.step_index": 1,
        "playground.tasks": LEADS,
        "playground.generator": "told",
        "playground.outcome": "created",
        "playground.batch_id": batch_id,
      },
    ])
  })

  it("is a span for each draft, with the call of its model below it", () => {
    const drafts = telemetry.named("playground.draft")
    const leads = drafts.map(({ attributes }) => attributes["playground.campaign_lead_id"])
    expect(leads.sort()).toEqual(input.tasks.map((task) => task.campaign_lead_id).sort())
    const outcomes = drafts.map(({ attributes }) => attributes["playground.outcome"])
    expect(outcomes.sort()).toEqual(["failed", ...Array(LEADS - 1).fill("succeeded")])

    const calls = telemetry.named("playground.model_call")
    const parents = calls.map(({ parentSpanContext }) => parentSpanContext?.spanId)
    expect(parents.sort()).toEqual(drafts.map((span) => span.spanContext().spanId).sort())
    const asked = { "gen_ai.operation.name": "chat", "gen_ai.provider.name": "told" }
    const request = { ...asked, "gen_ai.request.model": "model-asked-for" }
    expect(calls.map(({ attributes }) => attributes)).toEqual(
      expect.arrayContaining([
        { ...request, "error.type": "refused" },
        {
          ...request,
          "gen_ai.response.model": "model-that-answered",
          "gen_ai.response.finish_reasons": ["stop"],
          "gen_ai.usage.input_tokens": 11,
          "gen_ai.usage.output_tokens": 7,
        },
      ])
    )
  })

  it("is a span for each group of claims and of completions", () => {
    const sum = (name: string, attribute: string) =>
      telemetry
        .named(name)
        .reduce((total, { attributes }) => total + Number(attributes[attribute]), 0)
    expect(sum("playground.claim", "playground.claimed")).toBe(LEADS)
    expect(sum("playground.complete", "playground.written")).toBe(LEADS - 1)
  })

  it("are counts of drafts by outcome, of tokens, and how long calls took", () => {
    const drafts = telemetry.pointsOf("playground.drafts").map(({ attributes, value }) => ({
      outcome: attributes["playground.outcome"],
      value,
    }))
    expect(drafts).toHaveLength(2)
    expect(drafts).toContainEqual({ outcome: "succeeded", value: LEADS - 1 })
    expect(drafts).toContainEqual({ outcome: "failed", value: 1 })
    const tokens = telemetry.pointsOf("gen_ai.client.token.usage").map(({ attributes, value }) => ({
      type: attributes["gen_ai.token.type"],
      value,
    }))
    expect(tokens).toContainEqual({ type: "input", value: expect.objectContaining({ sum: 44 }) })
    expect(tokens).toContainEqual({ type: "output", value: expect.objectContaining({ sum: 28 }) })
    const calls = telemetry.pointsOf("gen_ai.client.operation.duration")
    expect(calls.map(({ attributes }) => attributes["error.type"]).sort()).toEqual([
      "refused",
      undefined,
    ])
  })

  it("is the depth of each queue, when somebody collects", () => {
    expect(telemetry.pointsOf("playground.queue.depth")).toEqual(
      ["drafting", "judging"].map((name) =>
        expect.objectContaining({
          attributes: { "playground.queue.name": name, "playground.queue.backend": "postgres" },
          value: expect.any(Number) as number,
        })
      )
    )
  })

  it("is a span and a count for each judged draft, with the call of the judge below it", async () => {
    const { judging } = service.verdict
    await judging.request(input.campaign_id, batch_id)
    const isJudged = async () => {
      const page = await judging.retrieve(input.campaign_id, batch_id, { offset: 0, limit: 1 })
      return page.counts.judged === LEADS - 1
    }
    await eventually(isJudged, { withinMs: 45_000, because: "the batch is judged" })
    // The row is there a moment before its span has ended.
    const all = () => telemetry.named("playground.judge")
    await eventually(() => all().length === LEADS - 1, { withinMs: 5_000, because: "spans end" })
    await telemetry.flush()
    expect(all().map(({ attributes }) => attributes["playground.outcome"])).toEqual(
      Array(LEADS - 1).fill("succeeded")
    )
    const parents = new Set(all().map((span) => span.spanContext().spanId))
    const calls = telemetry
      .named("playground.model_call")
      .filter(({ parentSpanContext }) => parents.has(parentSpanContext?.spanId ?? ""))
    expect(calls.map(({ attributes }) => attributes)).toEqual(
      Array(LEADS - 1).fill({
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "told-judge",
        "gen_ai.request.model": "judge-asked-for",
        "gen_ai.usage.input_tokens": 5,
        "gen_ai.usage.output_tokens": 3,
      })
    )
    expect(telemetry.pointsOf("playground.judgements")).toEqual([
      expect.objectContaining({
        attributes: { "playground.outcome": "succeeded", "playground.judge": "told-judge" },
        value: LEADS - 1,
      }),
    ])
  })

  it("is never a prompt, a draft or a lead's data", () => {
    const told = JSON.stringify([
      telemetry.spans.map(({ name, attributes, events, status }) => ({
        name,
        attributes,
        events,
        status,
      })),
      telemetry.metrics,
    ])
    expect(told).toContain(batch_id)
    expect(told).not.toContain(SECRET)
    expect(told).not.toContain("@example.com")
  })
})
