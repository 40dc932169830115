import { isLeaving, leave } from "../scripts/services/exit"
import { startEmbeddedPostgres } from "../scripts/services/postgres"
import { ApiClient } from "./api-client"
import { DemoHost } from "./host"
import { provideJudge } from "./judge"
import { provideModel } from "./model"
import {
  printDrafts,
  printImport,
  printMail,
  printSpend,
  printSummary,
  printVerdict,
} from "./report"
import { sendDrafts } from "./sending"
import { writeSession } from "./session"
import { readSettings } from "./settings"
import {
  createCampaign,
  generateDrafts,
  importLeads,
  listAddresses,
  listDrafts,
  logIn,
  retrieveBatch,
  untilDrafted,
} from "./story"
import { compareBatches, draftOtherPrompt } from "./verdict"
import { bold, dim, drawProgress, seconds, stage } from "./terminal"

/**
 * `npm run demo`: from nothing to 120 drafts. With `--model` a model writes them; with `--serve` the
 * host then stays.
 */
async function main(args: string[]): Promise<void> {
  const startedAt = Date.now()
  const settings = await readSettings(args)
  console.log(bold("\n  medusa-plugin-playground\n"))

  const databaseUrl =
    process.env.DATABASE_URL || (await stage("embedded Postgres", startEmbeddedPostgres)).url
  const model = settings.model ? await stage("a model", provideModel) : null
  if (model) console.log(dim(`    ${model.name}`))
  const judge = await stage("a judge", provideJudge)
  const host = new DemoHost({
    databaseUrl,
    port: settings.port,
    withDashboard: settings.serve,
    playground: {
      ...model?.options,
      ...judge,
      prices: { ...model?.options.prices, ...judge.prices },
    },
  })
  await stage("medusa db:migrate", () => host.migrate())
  await stage("medusa user", () => host.createUser(settings.email, settings.password))
  await stage("customers with orders", () => host.exec("./demo/seed-shop.ts"))
  const server = await stage("medusa start", () => host.start())

  const api = await logIn(new ApiClient(host.baseUrl), settings.email, settings.password)
  const campaign = await stage("a sender profile and a campaign of three steps", () =>
    createCampaign(api, { isTemplate: !model })
  )
  const imported = await stage("import of demo/leads.csv", () => importLeads(api, campaign.id))
  printImport(imported)

  // First, so that the page opens with the campaign's own drafts, the newest.
  const otherBatchId = model
    ? null
    : await stage("another prompt, tried on some leads", () => draftOtherPrompt(api, campaign.id))
  const generatedAt = Date.now()
  const batch = await stage("POST …/playground/generate", () =>
    generateDrafts(api, campaign.id, Math.min(imported.created, model?.maxDrafts ?? Infinity))
  )
  const status = await untilDrafted(api, campaign.id, batch.batch_id, ({ overall }) =>
    drawProgress(
      overall.succeeded + overall.failed,
      overall.total,
      `${overall.succeeded} succeeded, ${overall.failed} failed`
    )
  )
  const duration = seconds(generatedAt)
  const drafts = await listDrafts(api, campaign.id, batch.batch_id)
  printDrafts(drafts, await listAddresses(api, campaign.id))
  printSummary(status, duration)
  if (model) printSpend(await retrieveBatch(api, campaign.id, batch.batch_id))
  if (otherBatchId !== null) {
    const comparison = await stage("a judge that compares both prompts", () =>
      compareBatches(api, campaign.id, [batch.batch_id, otherBatchId])
    )
    printVerdict(comparison)
  }
  const outbox = await stage("the first drafts approved and sent", () =>
    sendDrafts(api, campaign.id, batch.batch_id, drafts)
  )
  printMail(outbox)

  if (!settings.serve) await leave(0, dim(`\n  Done in ${seconds(startedAt)}.\n`))

  const { email, password } = settings
  const session = { baseUrl: host.baseUrl, email, password, token: api.token ?? "" }
  const file = await writeSession({ ...session, campaignId: campaign.id })
  console.log(`\n  ${bold("Dashboard")} ${host.baseUrl}/app  ${email}  ${password}`)
  console.log(
    dim(`  ${file} has the token; the host logs to .demo/host.log. Ctrl-C stops it all.\n`)
  )
  await server.failed
}

main(process.argv.slice(2)).catch(async (error: unknown) => {
  if (isLeaving()) return
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`)
  await leave(1)
})
