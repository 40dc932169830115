import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { LLMock } from "@copilotkit/aimock"
import { ApiClient } from "../../demo/api-client"
import type { DraftsAnswer, GenerateAnswer } from "../../demo/api-types"
import { logIn, untilDrafted } from "../../demo/story"
import type { DashboardHost } from "../browser/dashboard-host"
import { testDashboard } from "../browser/test-dashboard"
import { createDatabase, type FreshDatabase } from "../../testing/fresh-database"
import { SmtpProcess } from "../../testing/mail/smtp-process"
import { judgeAsAFake } from "../../testing/model-server/fake-judge"
import { ModelServer, type ModelCall } from "../../testing/model-server/model-server"
import { refuseAsTheStrictest } from "../../testing/model-server/strict-rules"
import { InstalledHost, packPlugin } from "./installed-host"
import { toMail } from "./short-spoken-model"

const WITHIN_MS = 400_000
const EMAIL = "installer@example.com"
const PASSWORD = "correct horse"
const OWN_CAMPAIGN = "11111111-1111-4111-8111-111111111111"

/** The generator that the documentation shows, word for word. */
function documentedGenerator(): string {
  const page = readFileSync(path.join(__dirname, "../../docs/generators.md"), "utf8")
  const [, code] = /```ts\n\/\/ src\/providers\/copywriter\.ts\n([^]*?)```/.exec(page) ?? []
  if (code) return code
  throw new Error("docs/generators.md shows no src/providers/copywriter.ts any more")
}

/** What the documented generator asks: a copywriter with one phrase. */
function startCopywriter(): Server {
  return createServer((req, res) => {
    let body = ""
    req.on("data", (chunk) => (body += chunk))
    req.on("end", () => {
      const { prompt } = JSON.parse(body) as { prompt: string }
      res.end(JSON.stringify({ subject: "From the copywriter", body: prompt }))
    })
  }).listen(0, "127.0.0.1")
}

describe("a host made of published packages, with the plugin from its tarball", () => {
  const model = new LLMock({ port: 0, journalMaxEntries: 0 })
  const delay = { ms: 0, growthMs: 0 }
  const copywriter = startCopywriter()
  let judge: ModelServer
  let host: InstalledHost
  let database: FreshDatabase
  let mailServer: SmtpProcess

  beforeAll(async () => {
    mailServer = await SmtpProcess.start()
    await model.start()
    model.onMessage(/./, async (request) => {
      const { ms } = delay
      delay.ms += delay.growthMs
      await wait(ms)
      return { content: JSON.stringify(toMail(request)) }
    })
    if (!copywriter.listening) await once(copywriter, "listening")
    judge = await ModelServer.start(judgeAsAFake)
    database = await createDatabase("install")
    host = await InstalledHost.create({
      DATABASE_URL: database.url,
      REDIS_URL: "",
      COPYWRITER_URL: `http://127.0.0.1:${(copywriter.address() as AddressInfo).port}`,
      MODEL_URL: `${model.url}/v1`,
      JUDGE_URL: judge.baseURL,
      SMTP_PORT: String(mailServer.port),
    })
    await host.write("src/providers/copywriter.ts", documentedGenerator())
  }, WITHIN_MS)

  afterAll(async () => {
    await host.remove()
    await database.drop()
    await model.stop()
    await judge.stop()
    await mailServer.stop()
    copywriter.close()
  })

  /** A campaign with two leads, made over HTTP as any client would. */
  async function createCampaign(api: ApiClient): Promise<string> {
    const variants = [{ label: "A", weight: 1, type: "PERSONALIZATION" }]
    const steps = [{ step_index: 1, delay_days: 0, channel: "email", variants }]
    const { campaign } = await api.post<{ campaign: { id: string } }>("/api/v1/campaigns", {
      name: "Installed",
      system_prompt: "Hello {{ lead.first_name }}",
      steps,
    })
    const leads = ["Ada", "Grace"].map((first_name) => ({
      first_name,
      email: `${first_name}@example.com`,
    }))
    await api.post(`/api/v1/campaigns/${campaign.id}/leads`, { leads })
    return campaign.id
  }

  async function draft(api: ApiClient, campaignId: string): Promise<DraftsAnswer["drafts"]> {
    const playground = `/api/v1/campaigns/${campaignId}/playground`
    const { batch_id } = await api.post<GenerateAnswer>(`${playground}/generate`, { step_index: 1 })
    await untilDrafted(api, campaignId, batch_id, () => {})
    return (await api.get<DraftsAnswer>(`${playground}/drafts?batch_id=${batch_id}`)).drafts
  }

  const client = async (baseUrl: string) => logIn(new ApiClient(baseUrl), EMAIL, PASSWORD)

  it(
    "is installed without a conflict of peers, and holds only what runs",
    async () => {
      const { file, size, paths } = await packPlugin(host.directory)
      const alien = /(^|\/)(integration-tests|bench|demo|scripts|docs)\/|\.(spec|test)\.|\.map$/
      expect(paths.filter((name) => alien.test(name))).toEqual([])
      expect(paths).toEqual(
        expect.arrayContaining(["README.md", "LICENSE", "package.json", "checks.schema.json"])
      )
      // In bytes. Said in the README; to be raised knowingly.
      expect(size).toBeLessThan(1_300_000)
      const npm = ["install", file, "--no-audit", "--no-fund", "--prefer-offline"]
      await host.run("npm", npm)
    },
    WITHIN_MS
  )

  describe("over HTTP", () => {
    afterEach(() => host.stopAll())

    it(
      "migrates, builds with every type in place, and drafts by a generator given inline",
      async () => {
        await host.medusa("db:migrate", "--skip-scripts")
        await host.medusa("user", "--email", EMAIL, "--password", PASSWORD)
        expect(await host.medusa("build")).not.toMatch(/error TS/)
        const api = await client(await host.start())
        const drafts = await draft(api, await createCampaign(api))
        expect(drafts.map(({ subject, body }) => [subject, body])).toEqual([
          ["From the copywriter", "Hello Ada"],
          ["From the copywriter", "Hello Grace"],
        ])
      },
      WITHIN_MS
    )

    it(
      "goes back a schema and forward again",
      async () => {
        await host.medusa("db:rollback", "outreach", "playground")
        await host.medusa("db:migrate", "--skip-scripts")
      },
      WITHIN_MS
    )

    it(
      "drafts with the model that its package path names, in a server and two workers over Redis",
      async () => {
        const redis = { REDIS_URL: process.env.REDIS_URL ?? "", GENERATOR: "ai-sdk" }
        await host.start({ ...redis, MEDUSA_WORKER_MODE: "worker" })
        await host.start({ ...redis, MEDUSA_WORKER_MODE: "worker" })
        const api = await client(await host.start({ ...redis, MEDUSA_WORKER_MODE: "server" }))
        const drafts = await draft(api, await createCampaign(api))
        expect(drafts.map(({ body }) => body.split("\n")[0])).toEqual([
          "Hello Ada,",
          "Hello Grace,",
        ])
        const frameworks = host.resolve("@medusajs/framework/zod", "@medusajs/deps/zod", "zod")
        expect(host.resolve("zod")).not.toBe(frameworks)
        // The journal holds what came over the wire.
        const calls = model.getRequests().map(({ body }) => body as unknown as ModelCall)
        expect(calls.map((call) => call.response_format?.type)).toEqual([
          "json_schema",
          "json_schema",
        ])
        expect(calls.map(refuseAsTheStrictest)).toEqual([null, null])
      },
      WITHIN_MS
    )

    it(
      "takes campaigns from a module that the host wrote",
      async () => {
        const api = await client(await host.start({ CAMPAIGN_SOURCE: "own_campaigns" }))
        const drafts = await draft(api, OWN_CAMPAIGN)
        expect(drafts.map(({ body }) => body)).toEqual([
          "Hello Ada",
          "Hello Grace",
          "Hello Katherine",
        ])
      },
      WITHIN_MS
    )
  })

  describe("in a browser", () => {
    let running: DashboardHost
    beforeAll(async () => {
      const SESSIONS_URL = process.env.REDIS_URL ?? ""
      const baseUrl = await host.start({ GENERATOR: "ai-sdk", SESSIONS_URL })
      running = {
        baseUrl,
        account: { email: EMAIL, password: PASSWORD },
        api: await client(baseUrl),
        receivedMails: () => mailServer.received(),
        // It serves alone: the first one's worker drafts for both.
        withoutModel: () =>
          host.start({ GENERATOR: "mail-merge", SESSIONS_URL, MEDUSA_WORKER_MODE: "server" }),
        setDelay: (ms, growthMs = 0) => Object.assign(delay, { ms, growthMs }),
        outage: (meanwhile) => host.outage(baseUrl, meanwhile),
      }
    }, WITHIN_MS)
    afterAll(() => host.stopAll())

    testDashboard(() => running)
  })
})
