import { installMissingTools } from "./services/install-missing-tools"
import { startServices } from "./services/start-services"
import { isLeaving, leave } from "./services/exit"
import { runChecks } from "./testing/checks"
import { findUnseenAnswers } from "./testing/find-unseen-answers"
import { runJest, type Tally } from "./testing/run-jest"

const WITH_INSTALL = "--with-install"
/** For jest: the tests that take too long for `npm test`. */
const INSTALL = ["--config", "jest.install.config.js"]

/**
 * `npm test`: brings a Postgres and a Redis, then checks the code and runs the tests.
 * `npm test -- --with-install` runs the install test after them, `npm test -- <arguments of jest>`
 * just those tests. The last line tells how many held.
 */
async function main(args: string[]): Promise<void> {
  const jestArgs = args.filter((arg) => arg !== WITH_INSTALL)
  const runs = args.includes(WITH_INSTALL) ? [jestArgs, INSTALL] : [jestArgs]
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

  for (const run of runs) {
    console.log("\n▸ tests")
    const tests = await runJest(run, env)
    tally.passed += tests.passed
    tally.failed += tests.failed
    if (run.length > 0) continue
    const unseen = await findUnseenAnswers(tests.answersFile)
    tally[unseen.length === 0 ? "passed" : "failed"] += 1
    for (const answer of unseen) {
      console.log(`✗ the OpenAPI document promises an answer that no test was given: ${answer}`)
    }
  }

  for (const name of failedChecks) console.log(`✗ ${name}: see above`)
  const summary = `${tally.passed} passed, ${tally.failed} failed`
  await leave(tally.failed > 0 ? 1 : 0, summary)
}

main(process.argv.slice(2)).catch(async (error: unknown) => {
  if (isLeaving()) return
  console.error(error instanceof Error ? error.message : error)
  await leave(1, "0 passed, 1 failed")
})
