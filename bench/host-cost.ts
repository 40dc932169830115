import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { Client } from "pg"
import { generateDrafts, untilDrafted } from "../demo/story"
import type { Bench, Services } from "./lib/bench"
import { report, type Figure } from "./lib/figure"
import { ROUNDS } from "./lib/rounds"
import { createCampaign, startHost } from "./lib/running-host"

const BUILT = path.resolve(".medusa/server/src")
const LEADS = 200
const run = promisify(execFile)

/** Loads what every host has loaded by then, and times the files that we add to it. */
const LOAD = `
  const { readdirSync } = require("node:fs")
  const path = require("node:path")
  require("@medusajs/medusa/loaders/index")
  require("@medusajs/medusa/core-flows")
  require("@medusajs/medusa/promotion")
  const [, built] = process.argv
  const files = readdirSync(built, { recursive: true })
    .filter((file) => file.endsWith(".js") && !file.startsWith("admin"))
  const startedAt = performance.now()
  for (const file of files) require(path.join(built, file))
  console.log("took", performance.now() - startedAt)
  process.exit(0)`

/** What having the plugin costs a host. */
export const hostCost: Bench = {
  id: "host",
  title: "what the plugin adds to a host's boot and to its database connections",
  run: async (services) => [
    ...(await measureLoad()),
    ...(await countConnections(services, "redis", { redisUrl: services.redisUrl })),
    ...(await countConnections(services, "postgres", {})),
  ],
}

async function measureLoad(): Promise<Figure[]> {
  await run(path.resolve("node_modules/.bin/medusa"), ["plugin:build"])
  const took: number[] = []
  for (let round = 0; round < ROUNDS + 1; round++) {
    const { stdout } = await run(process.execPath, ["-e", LOAD, BUILT])
    // The first reads from the disk what the others find in memory.
    if (round > 0) took.push(Number(/took ([\d.]+)/.exec(stdout)?.[1]))
  }
  const reach = { of: "ours", atMost: 200 } as const
  return [
    report({ id: "host", what: "loading the plugin's files at boot", unit: "ms", reach }, took),
  ]
}

async function countConnections(
  services: Services,
  queue: string,
  playground: { redisUrl?: string }
): Promise<Figure[]> {
  const host = await startHost(services, `host_${queue}`, { playground })
  const client = new Client({ connectionString: host.databaseUrl })
  await client.connect()
  const count = async () => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and application_name like 'medusa-plugin-playground%'`
    )
    return rows[0]?.count ?? NaN
  }
  const campaignId = await createCampaign(host.api, LEADS)
  const idle = await count()
  let highest = idle
  const { batch_id } = await generateDrafts(host.api, campaignId, LEADS)
  const sampler = setInterval(() => {
    count().then(
      (now) => (highest = Math.max(highest, now)),
      () => {} // The host is being closed.
    )
  }, 10)
  await untilDrafted(host.api, campaignId, batch_id, () => {})
  clearInterval(sampler)
  await client.end()
  await host.close()
  const what = (when: string) => `database connections, queue in ${queue}, ${when}`
  return [
    report({ id: "host", what: what("idle"), unit: "" }, [idle]),
    report({ id: "host", what: what("while a batch runs"), unit: "" }, [highest]),
  ]
}
