import { randomUUID } from "node:crypto"
import type { PlaygroundOptions } from "../../../src/modules/playground/options/playground-options"
import type PlaygroundModuleService from "../../../src/modules/playground/service"
import { createService } from "../../../testing/lab/create-service"
import { batchInput } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

/** What previewing a batch for three leads says of its judge; one of them lacks what the prompt names. */
async function previewIn({ url }: LedgerDatabase, options: PlaygroundOptions) {
  const service: PlaygroundModuleService = createService({
    databaseUrl: url,
    deskUrl: "",
    name: "preview",
    mode: "server",
    options,
  })
  await service.__hooks.onApplicationStart()
  const { campaign_snapshot: campaign, step_snapshot: step } = batchInput(1)
  const leads = ["Analytical Engines", "Harbour Books", null].map((company, place) => ({
    lead: {
      id: randomUUID(),
      email: `lead-${place}@example.com`,
      first_name: null,
      last_name: null,
      company,
      title: null,
      attributes: {},
    },
    variant_label: "A",
  }))
  const custom_prompt = "Subject: Hello\n\nHow is {{ lead.company }}?"
  const prompt = service.planner.resolvePrompt({ custom_prompt, campaign, step, attributes: [] })
  const preview = await service.planner.previewDraft({
    campaign,
    step,
    prompt,
    leads,
    withdrawn: 0,
    lead: undefined,
    n_leads: 3,
  })
  await service.__hooks.onApplicationPrepareShutdown()
  await service.__hooks.onApplicationShutdown()
  return preview
}

describe("what a batch will cost, told beforehand", () => {
  let database: LedgerDatabase
  const options: PlaygroundOptions = { generator: "quick" }
  beforeAll(async () => {
    database = await createLedgerDatabase("judging_estimate", { options })
  })
  afterAll(() => database.drop())

  it("has the judge in it where drafts of new batches are judged by themselves", async () => {
    const judge = { resolve: "quick", auto: true }
    const { batch, judging_estimate } = await previewIn(database, { ...options, judge })
    expect(batch).toMatchObject({ total: 3, ready: 2 })
    // Two calls: the question, a draft of 300 tokens, and an answer of 400.
    expect(judging_estimate?.output_tokens).toBe(800)
    expect(judging_estimate?.input_tokens).toBeGreaterThan(600)
    expect(judging_estimate?.input_tokens).toBeLessThan(700)
  })

  it.each([
    ["the host has no judge", options],
    ["it judges on demand", { ...options, judge: { resolve: "quick", auto: false } }],
  ])("has none in it where %s", async (_kind, given) => {
    const { judging_estimate } = await previewIn(database, given)
    expect(judging_estimate).toBeNull()
  })
})
