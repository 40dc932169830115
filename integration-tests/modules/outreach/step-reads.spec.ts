import type { DataSource } from "typeorm"
import * as source from "../../../src/modules/outreach/campaign-source"
import { outreachSchema } from "../../../src/modules/outreach/module-schema"
import { createDataSource } from "../../../src/persistence/data-source"
import { FaultyProxy } from "../../../testing/faulty-proxy"
import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"
import { numberedLeads, personalised, templated, toStep } from "./steps"

describe("reading one step of a campaign", () => {
  let database: OutreachDatabase
  let proxy: FaultyProxy
  let dataSource: DataSource
  beforeAll(async () => {
    database = await createOutreachDatabase("step_reads")
    proxy = await FaultyProxy.open(database.options.database.clientUrl)
    dataSource = await createDataSource({
      schema: outreachSchema,
      options: { database: { clientUrl: proxy.url } },
      poolSize: 1,
    })
    await dataSource.initialize()
  })
  afterAll(async () => {
    await dataSource.destroy()
    await proxy.close()
    await database.drop()
  })

  /** Eight steps, each with a personalised variant and two templates of that length. */
  const createCampaign = async (templateLength: number) => {
    const template = { subject: "Hello", body: "x".repeat(templateLength) }
    const steps = Array.from({ length: 8 }, (_, place) =>
      toStep(
        place + 1,
        personalised("A", 1_000_000),
        { ...templated("B", 0.001), template },
        { ...templated("C", 0.001), template }
      )
    )
    const { id } = await database.service.createCampaign({ name: "Autumn", steps })
    const lead_ids = await database.service.addCampaignLeads(id, numberedLeads(20))
    return { campaign_id: id, step_index: 1, lead_ids }
  }
  type Key = Awaited<ReturnType<typeof createCampaign>>

  const bytesOf = async (read: () => Promise<unknown>): Promise<number> => {
    const before = proxy.received
    await read()
    return proxy.received - before
  }

  it.each<[string, (key: Key) => Promise<unknown>]>([
    [
      "a page of leads",
      (key) => source.readStepLeads(dataSource.manager, { ...key, after: null, limit: 20 }),
    ],
    ["leads by their ids", (key) => source.readStepLeadsById(dataSource.manager, key)],
  ])("brings no template along with %s", async (_, read) => {
    const [short, long] = [await createCampaign(1), await createCampaign(50_000)]
    const bytes = await bytesOf(() => read(short))
    expect(bytes).toBeGreaterThan(1_000)
    expect(await bytesOf(() => read(long))).toBeLessThan(bytes + 500)
  })

  it("brings no other step's templates along with a snapshot", async () => {
    const long = await createCampaign(50_000)
    const read = () => source.readStepSnapshot(dataSource.manager, long.campaign_id, 1)
    expect(await bytesOf(read)).toBeLessThan(2 * 50_000 + 2_000)
  })

  it.each([1, 2, 3])(
    "answers all or nothing of it when the campaign is deleted after statement %i",
    async (statement) => {
      const { campaign_id } = await createCampaign(1)
      const whole = await source.readStepSnapshot(dataSource.manager, campaign_id, 1)
      let sent = 0
      const createQueryRunner = dataSource.createQueryRunner.bind(dataSource)
      const spy = jest.spyOn(dataSource, "createQueryRunner").mockImplementation((mode) => {
        const runner = createQueryRunner(mode)
        const query = runner.query.bind(runner)
        jest.spyOn(runner, "query").mockImplementation(async (...args) => {
          const answer = await query(...args)
          sent += 1
          if (sent === statement) await database.service.deleteCampaign(campaign_id)
          return answer
        })
        return runner
      })
      try {
        const read = await source.readStepSnapshot(dataSource.manager, campaign_id, 1)
        expect([null, whole]).toContainEqual(read)
      } finally {
        spy.mockRestore()
      }
    }
  )
})
