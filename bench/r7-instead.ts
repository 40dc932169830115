import { randomUUID } from "node:crypto"
import { setTimeout as wait } from "node:timers/promises"
import { Client } from "pg"
import { generateDrafts } from "../demo/story"
import { eventually } from "../testing/eventually"
import type { Bench } from "./lib/bench"
import { compare, report, type Figure } from "./lib/figure"
import { makeFixturePlugin } from "./lib/fixture-plugin"
import { interleave, timed } from "./lib/rounds"
import { createCampaign, startHost, type RunningHost } from "./lib/running-host"

const LEADS = 200
const DELAY_MS = 100
const CONCURRENCY = 32
const WITHIN_MS = 120_000
/** Nothing is written any more when nothing was for this long: BullMQ looks for stalled jobs every 30 s. */
const STILL_MS = 45_000
const WAYS = { subscriber: "a subscriber per lead", workflow: "a workflow step per lead" } as const

/** So many drafts, of so many different leads. */
interface Tally {
  drafts: number
  leads: number
}

/** What a host's developer would write without the plugin, in speed and under a kill. */
export const instead: Bench = {
  id: "r7",
  title: "200 drafts of 100 ms, against a subscriber and a workflow step per lead over Redis",
  run: async (services) => {
    const { redisUrl } = services
    const host = await startHost(services, "r7", {
      playground: {
        redisUrl,
        queuePrefix: "r7",
        concurrency: CONCURRENCY,
        generators: [{ resolve: require.resolve("../testing/test-generator") }],
        generator: "test",
        // Its own; the others' is BullMQ's 30 s.
        leaseMs: 30_000,
      },
      plugins: [await makeFixturePlugin()],
      modules: [
        {
          resolve: "@medusajs/medusa/event-bus-redis",
          options: {
            redisUrl,
            queueName: "r7-events",
            workerOptions: { concurrency: CONCURRENCY },
          },
        },
        {
          resolve: "@medusajs/medusa/workflow-engine-redis",
          options: {
            redis: {
              redisUrl,
              queueName: "r7-flows",
              mainWorkerOptions: { concurrency: CONCURRENCY },
            },
          },
        },
      ],
    })
    const client = new Client({ connectionString: host.databaseUrl })
    await client.connect()
    await client.query(
      `create table bare_draft (id uuid primary key default gen_random_uuid(), run uuid not null,
         lead integer not null, body text not null)`
    )
    const system_prompt = `[delay:${DELAY_MS}] Hello {{ lead.first_name }}`
    const campaignId = await createCampaign(host.api, LEADS, { system_prompt })
    const ours = new OurWay(host, client, campaignId)
    const figures: Figure[] = []
    for (const way of ["subscriber", "workflow"] as const) {
      const theirs = new TheirWay(host, client, way)
      const pairs = await interleave(
        () => timed(() => draftAll(ours)),
        () => timed(() => draftAll(theirs))
      )
      const what = `${LEADS} drafts done, against ${WAYS[way]}`
      const reach = { of: "ratio", atMost: 1 } as const
      figures.push(compare({ id: "r7", what, unit: "ms", reach }, pairs))
    }
    const afterKill = [ours, ...Object.keys(WAYS).map((way) => new TheirWay(host, client, way))]
    for (const way of afterKill) figures.push(...(await killInTheMiddle(way, host)))
    await client.end()
    await host.close()
    return figures
  },
}

interface Way {
  readonly name: string
  start(): Promise<string>
  tally(run: string): Promise<Tally>
}

class OurWay implements Way {
  readonly name = "ours"
  constructor(
    private readonly host_: RunningHost,
    private readonly client_: Client,
    private readonly campaignId_: string
  ) {}

  async start(): Promise<string> {
    return (await generateDrafts(this.host_.api, this.campaignId_, LEADS)).batch_id
  }

  async tally(run: string): Promise<Tally> {
    const { rows } = await this.client_.query<Tally>(
      `select count(*)::int as drafts, count(distinct campaign_lead_id)::int as leads
         from playground_draft where batch_id = $1 and status = 'succeeded'`,
      [run]
    )
    return rows[0] ?? { drafts: 0, leads: 0 }
  }
}

class TheirWay implements Way {
  readonly name: string
  constructor(
    private readonly host_: RunningHost,
    private readonly client_: Client,
    private readonly way_: string
  ) {
    this.name = `a ${way_} per lead`
  }

  async start(): Promise<string> {
    const run = randomUUID()
    const body = { run, leads: LEADS, delay_ms: DELAY_MS, way: this.way_ }
    await this.host_.api.post("/admin/bare-drafts", body)
    return run
  }

  async tally(run: string): Promise<Tally> {
    const { rows } = await this.client_.query<Tally>(
      `select count(*)::int as drafts, count(distinct lead)::int as leads
         from bare_draft where run = $1`,
      [run]
    )
    return rows[0] ?? { drafts: 0, leads: 0 }
  }
}

async function draftAll(way: Way): Promise<void> {
  const run = await way.start()
  const isDone = async () => (await way.tally(run)).leads === LEADS
  await eventually(isDone, { withinMs: WITHIN_MS, because: "all are drafted", everyMs: 10 })
}

/** Kills the host when a part is drafted, starts it again, and counts when nothing comes any more. */
async function killInTheMiddle(way: Way, host: RunningHost): Promise<Figure[]> {
  const run = await way.start()
  const isUnderWay = async () => (await way.tally(run)).drafts >= LEADS / 4
  await eventually(isUnderWay, { withinMs: WITHIN_MS, because: "a part is drafted", everyMs: 5 })
  await host.crash()
  let last = await way.tally(run)
  let changedAt = Date.now()
  while (Date.now() - changedAt < STILL_MS && !(way.name === "ours" && last.leads === LEADS)) {
    await wait(500)
    const now = await way.tally(run)
    if (now.drafts !== last.drafts) changedAt = Date.now()
    last = now
  }
  const what = (kind: string) => `${kind} drafts after a kill -9, ${way.name}`
  const reach = way.name === "ours" ? { reach: { of: "ours", atMost: 0 } as const } : {}
  return [
    report({ id: "r7", what: what("lost"), unit: "", ...reach }, [LEADS - last.leads]),
    report({ id: "r7", what: what("doubled"), unit: "", ...reach }, [last.drafts - last.leads]),
  ]
}
