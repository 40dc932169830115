import { logger } from "@medusajs/framework/logger"
import { parsePlaygroundOptions } from "../../../src/modules/playground/options/playground-options"
import PlaygroundModuleService from "../../../src/modules/playground/service"
import type { DraftGenerator, DraftJudge } from "../../../src/ports"
import { eventually } from "../../../testing/eventually"
import { batchInput } from "../../../testing/ledger-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../../../testing/ledger-database"

const DRAFTS = 3

const generator: DraftGenerator = {
  defaultPrompt: "",
  generate: () => Promise.resolve({ subject: "Hello", body: "How do you do?" }),
}

const judge: DraftJudge = {
  version: "1",
  model: "cheap",
  judge: () =>
    Promise.resolve({
      score: 4,
      criteria: [{ name: "tone", score: 4, reason: "Warm." }],
      claims: [],
      usage: { input_tokens: 1_000, cached_input_tokens: 800, output_tokens: 100 },
    }),
}

let database: LedgerDatabase
let service: PlaygroundModuleService

beforeAll(async () => {
  database = await createLedgerDatabase("judging_spend")
  service = new PlaygroundModuleService(
    {
      logger,
      playgroundOptions: parsePlaygroundOptions({
        generator: "told",
        prices: { cheap: { input: 10, cachedInput: 1, output: 100 } },
      }),
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
})
afterAll(async () => {
  await service.__hooks.onApplicationPrepareShutdown()
  await service.__hooks.onApplicationShutdown()
  await database.drop()
})

it("a judgement costs what its tokens cost, those from the provider's cache at their own price", async () => {
  const input = batchInput(DRAFTS)
  const created = await service.createDraftBatch({
    campaign: input.campaign_snapshot,
    step: input.step_snapshot,
    prompt: input.prompt,
    tasks: input.tasks,
    requested_by: input.requested_by,
    idempotency: null,
  })
  if (created.outcome !== "created") throw new Error("the batch was there before")
  const { batch_id } = created.batch
  service.enqueueTasks(created.tasks)
  const { campaign_id } = input
  const isDrafted = async () =>
    (await service.retrieveBatchStatus(campaign_id, batch_id)).status === "finished"
  await eventually(isDrafted, { withinMs: 45_000, because: "the drafts are there" })
  const { judging } = service.verdict
  await judging.request(campaign_id, batch_id)
  const isJudged = async () =>
    (await judging.retrieve(campaign_id, batch_id, { offset: 0, limit: 1 })).counts.judged ===
    DRAFTS
  await eventually(isJudged, { withinMs: 45_000, because: "all are judged" })
  const spent = await database.dataSource.query<{ input: string; output: string; cost: number }[]>(
    `select spent_input_tokens as input, spent_output_tokens as output, spent_cost as cost
       from playground_judging_task where batch_id = $1`,
    [batch_id]
  )
  // 200 tokens at 10 a million, 800 at 1, 100 at 100.
  expect(spent).toEqual(
    Array(DRAFTS).fill({
      input: "1000",
      output: "100",
      cost: expect.closeTo((200 * 10 + 800 + 100 * 100) / 1_000_000, 9) as number,
    })
  )
})
