import { spawn } from "node:child_process"
import { once } from "node:events"
import path from "node:path"
import { freePort } from "../../scripts/services/free-port"
import { playgroundOf } from "../http/playground/client"
import { eventually } from "../../testing/eventually"
import { hostSuite } from "../../testing/host-suite"
import { createCampaign } from "../../testing/outreach-fixtures"
import { LAB_OPTIONS } from "../../testing/lab/fault-lab"
import { WorkerProcess } from "../../testing/lab/worker-process"

const QUICK = path.resolve(__dirname, "../../testing/lab/quick-generator.ts")
const CAMPAIGNS = 20
const LEADS = 200
/** The model of the load: every call takes as long. */
const DELAY_MS = 50

const playground = {
  ...LAB_OPTIONS,
  generators: [{ resolve: QUICK, id: "quick", options: { delayMs: DELAY_MS } }],
}

hostSuite(
  "a host in server mode, and processes that draft for it",
  { playground, queue: "redis", env: { MEDUSA_WORKER_MODE: "server" } },
  (host) => {
    it(`drafts ${CAMPAIGNS} × ${LEADS} leads at once, each one once, in processes whose memory stays flat`, async () => {
      const campaigns = []
      for (let made = 0; made < CAMPAIGNS; made++) {
        campaigns.push(await createCampaign(host, { leads: LEADS }))
      }
      const options = {
        ...playground,
        generators: [],
        generator: "quick",
        queuePrefix: host.queuePrefix,
        redisUrl: host.redisUrl(),
        concurrency: 16,
      }
      const worker = (name: string) =>
        WorkerProcess.start({
          databaseUrl: host.databaseUrl(),
          deskUrl: "",
          name,
          mode: "worker",
          options,
          quickDelayMs: DELAY_MS,
        })
      const workers = await Promise.all([worker("one"), worker("two")])
      try {
        const clients = campaigns.map(({ campaign_id }) => playgroundOf(host, campaign_id))
        const ids = await Promise.all(clients.map((client) => client.generate({ n_leads: LEADS })))
        const finishedBatches = async () => {
          const [row] = await host.query<{ count: number }>(
            `select count(*)::integer as count from playground_draft_batch where status = 'finished'`
          )
          return row?.count ?? 0
        }
        const memory = () => Promise.all(workers.map((process) => process.memory()))
        const done = (count: number) =>
          eventually(async () => (await finishedBatches()) >= count, {
            withinMs: 120_000,
            because: `${count} batches finish`,
          })
        await done(2)
        const early = await memory()
        await done(CAMPAIGNS)
        const late = await memory()

        const [drafts] = await host.query<{ written: number; attempts: number; leads: number }>(
          `select count(*)::integer as written, sum(attempt)::integer as attempts,
                  count(distinct campaign_lead_id)::integer as leads
             from playground_draft where status = 'succeeded'`
        )
        const all = CAMPAIGNS * LEADS
        expect(drafts).toEqual({ written: all, attempts: all, leads: all })
        expect(ids).toHaveLength(CAMPAIGNS)
        late.forEach((bytes, place) => {
          expect(bytes).toBeLessThanOrEqual(1.15 * (early[place] ?? 0))
        })
      } finally {
        await Promise.all(workers.map((process) => process.kill()))
      }
    }, 240_000)

    it("G9: an open event stream does not hold up the host's shutdown", async () => {
      host.leaveWorkUnfinished()
      const { campaign_id } = await createCampaign(host, { leads: 2 })
      // Nobody drafts, so the stream has no reason of its own to end.
      const batch_id = await playgroundOf(host, campaign_id).generate()
      const port = await freePort()
      const medusa = path.resolve("node_modules/.bin/medusa")
      const server = spawn(process.execPath, [medusa, "start", "--port", String(port)], {
        stdio: "ignore",
        env: {
          ...process.env,
          DATABASE_URL: host.databaseUrl(),
          NODE_ENV: "production",
          DISABLE_MEDUSA_ADMIN: "true",
        },
      })
      const ended = once(server, "exit")
      try {
        const stream = await eventually(
          () =>
            fetch(
              `http://localhost:${port}/api/v1/campaigns/${campaign_id}/playground/events?batch_id=${batch_id}`,
              { headers: { ...host.adminHeaders() } }
            ),
          { withinMs: 45_000, because: "the second host answers", everyMs: 250 }
        )
        expect(stream.status).toBe(200)
        const reader = stream.body?.getReader()
        await reader?.read()
        const startedAt = performance.now()
        server.kill("SIGTERM")
        for (;;) {
          const chunk = await reader?.read()
          if (!chunk || chunk.done) break
        }
        const [code] = (await ended) as [number | null]
        expect(code).toBe(0)
        expect(performance.now() - startedAt).toBeLessThan(LAB_OPTIONS.shutdownTimeoutMs + 3_000)
      } finally {
        server.kill("SIGKILL")
        await ended
      }
    }, 120_000)
  }
)
