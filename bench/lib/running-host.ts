import { randomBytes } from "node:crypto"
import { ApiClient } from "../../demo/api-client"
import { DemoHost } from "../../demo/host"
import { logIn } from "../../demo/story"
import { createDatabase } from "../../testing/fresh-database"
import { freePort } from "../../scripts/services/free-port"
import type { PlaygroundOptions } from "../../src/modules/playground/options/playground-options"
import type { Services } from "./bench"

/** A Medusa host in a process of its own, and somebody logged in to it. */
export interface RunningHost {
  api: ApiClient
  databaseUrl: string
  pid: number
  /** Kills it, without a chance to tidy up, and starts it again. */
  crash(): Promise<void>
  close(): Promise<void>
}

interface HostInput {
  playground: PlaygroundOptions
  /** Directories of plugins beside ours. @default none */
  plugins?: string[]
  /** Modules of the host beside its defaults. @default none */
  modules?: object[]
}

/** Migrates and boots a host by its own commands, on a database of its own. */
export async function startHost(
  { postgresUrl }: Services,
  name: string,
  { playground, plugins, modules }: HostInput
): Promise<RunningHost> {
  const database = await createDatabase(name, postgresUrl)
  const host = new DemoHost({
    databaseUrl: database.url,
    port: await freePort(),
    withDashboard: false,
    playground,
    plugins,
    modules,
  })
  await host.migrate()
  const [email, password] = ["bench@example.com", randomBytes(12).toString("hex")]
  await host.createUser(email, password)
  let server = await host.start()
  const api = await logIn(new ApiClient(host.baseUrl), email, password)
  return {
    api,
    databaseUrl: database.url,
    pid: server.pid,
    crash: async () => {
      process.kill(server.pid, "SIGKILL")
      server = await host.start()
    },
    close: async () => {
      await server.stop()
      await database.drop()
    },
  }
}

/** A campaign of one step with so many leads, each to be drafted for. @returns its id */
export async function createCampaign(
  api: ApiClient,
  leads: number,
  { system_prompt = "Subject: Hello {{ lead.first_name }}\n\nHow is {{ lead.company }}?" } = {}
): Promise<string> {
  const { campaign } = await api.post<{ campaign: { id: string } }>("/api/v1/campaigns", {
    name: "Bench",
    description: "",
    system_prompt,
    steps: [
      {
        step_index: 1,
        delay_days: 0,
        channel: "email",
        variants: [{ label: "A", weight: 1, type: "PERSONALIZATION" }],
      },
    ],
  })
  if (leads > 0) await api.postCsv(`/api/v1/campaigns/${campaign.id}/leads`, leadsCsv(leads))
  return campaign.id
}

/** Leads as a customer's spreadsheet has them. */
export function leadsCsv(count: number): Buffer {
  const rows = Array.from(
    { length: count },
    (_, place) => `lead-${place}@example.com,First ${place},Last ${place},Company ${place},Buyer`
  )
  return Buffer.from(["email,first_name,last_name,company,title", ...rows].join("\n"))
}
