import "./lib/environment"
import { parseArgs } from "node:util"
import { leave } from "../scripts/services/exit"
import type { Bench } from "./lib/bench"
import type { Figure } from "./lib/figure"
import { toLine, writeResults } from "./lib/results"
import { startServices } from "./lib/services"
import { statementsPerDraft } from "./r3-statements"
import { generate } from "./r1-generate"
import { throughput } from "./r2-throughput"
import { growth } from "./r4-growth"
import { status } from "./r5-status"
import { schedule } from "./r6-schedule"
import { instead } from "./r7-instead"
import { memory } from "./r8-memory"
import { cancel } from "./r9-cancel"
import { importLeads } from "./r10-import"
import { commit } from "./r12-commit"
import { heldTransaction } from "./r14-held-transaction"
import { checks } from "./r16-checks"
import { selection } from "./r13-selection"
import { customerFacts } from "./r17-customer-facts"
import { outcome } from "./r18-outcome"
import { hostCost } from "./host-cost"
import { postgresBackend } from "./r11-postgres-backend"
import { sending } from "./r15-sending"

const BENCHES: Bench[] = [
  generate,
  throughput,
  statementsPerDraft,
  growth,
  status,
  schedule,
  instead,
  memory,
  cancel,
  importLeads,
  postgresBackend,
  commit,
  heldTransaction,
  sending,
  checks,
  selection,
  customerFacts,
  outcome,
  hostCost,
]

/** `npm run bench`, or `npm run bench -- --only r2`: measures, prints, writes `bench/results.*`. */
async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { only: { type: "string" } } })
  const chosen = BENCHES.filter(({ id }) => !values.only || id === values.only.toLowerCase())
  if (chosen.length === 0) {
    const known = BENCHES.map(({ id }) => id).join(", ")
    throw new Error(`there is no bench "${values.only}"; there are ${known}`)
  }
  const services = await startServices()
  const figures: Figure[] = []
  for (const bench of chosen) {
    console.log(`\n${bench.id.toUpperCase()}  ${bench.title}`)
    const measured = await bench.run(services)
    for (const figure of measured) console.log(toLine(figure))
    figures.push(...measured)
  }
  // A single one would take the place of the whole table.
  if (!values.only) await writeResults(figures)
}

main(process.argv.slice(2)).then(
  () => leave(0),
  async (error: unknown) => {
    console.error(error)
    await leave(1)
  }
)
