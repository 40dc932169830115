import { installMissingTools } from "./services/install-missing-tools"
import { startServices } from "./services/start-services"
import { isLeaving, leave } from "./services/exit"
import { runChecks } from "./testing/checks"
import { runJest, type Tally } from "./testing/run-jest"

/**
 * `npm test`: brings a Postgres and a Redis, then checks the code and runs every test.
 * `npm test -- <arguments of jest>` runs just those tests. The last line tells how many held.
 */
async function main(jestArgs: string[]): Promise<void> {
  // Before anything else, so that a machine without Redis learns it at once.
  installMissingTools()
  const env = await startServices()
  const tally: Tally = { passed: 0, failed: 0 }
  const failedChecks: string[] = []

  if (jestArgs.length === 0) {
    console.log("\n▸ checks")
    for (const { name, holds } of await runChecks()) {
      tally[holds ? "passed" : "failed"] += 1
      if (!holds) failedChecks.push(name)
    }
  }

  console.log("\n▸ tests")
  const tests = await runJest(jestArgs, env)
  tally.passed += tests.passed
  tally.failed += tests.failed

  for (const name of failedChecks) console.log(`✗ ${name}: see above`)
  const summary = `${tally.passed} passed, ${tally.failed} failed`
  await leave(tally.failed > 0 ? 1 : 0, summary)
}

main(process.argv.slice(2)).catch(async (error: unknown) => {
  if (isLeaving()) return
  console.error(error instanceof Error ? error.message : error)
  await leave(1, "0 passed, 1 failed")
})
