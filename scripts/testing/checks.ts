import { rm } from "node:fs/promises"
import { findTestProblems } from "./find-test-problems"
import { runTool } from "./run-tool"

type Print = (text: string) => void

/** Something that holds or does not; it prints its own reasons. */
export interface Check {
  name: string
  holds(print: Print): Promise<boolean>
}

const tool = (name: string, bin: string, ...args: string[]): Check => ({
  name,
  holds: async (onOutput) => (await runTool(bin, args, { onOutput })) === 0,
})

/** What `npm test` looks at before any test runs, the longest first. The install test builds the plugin. */
const CHECKS: Check[] = [
  {
    name: "lint",
    holds: async (onOutput) => {
      // The host's cache looks at one file at a time, our rules at the types of others as well.
      await rm(".medusa/cache", { recursive: true, force: true })
      return (await runTool("medusa", ["lint"], { onOutput })) === 0
    },
  },
  tool("types", "tsc", "-p", "tsconfig.check.json"),
  tool("formatting", "prettier", "--check", "--log-level=warn", "."),
  tool("types of the dashboard", "tsc", "-p", "src/admin/tsconfig.json"),
  tool("no circular imports", "madge", "--circular", "--extensions", "ts,tsx", "src"),
  {
    name: "every test has a title of its own, and none is skipped",
    holds: async (print) => {
      const problems = await findTestProblems("integration-tests")
      problems.forEach((problem) => print(`${problem}\n`))
      return problems.length === 0
    },
  },
]

/** Each keeps about one core busy. */
const AT_ONCE = 2

/** Runs all checks, two at a time, and tells of each when it is done. */
export async function runChecks(): Promise<{ name: string; holds: boolean }[]> {
  const results: { name: string; holds: boolean }[] = []
  const left = [...CHECKS]
  const work = async () => {
    for (let check = left.shift(); check; check = left.shift()) {
      const startedAt = Date.now()
      let output = ""
      const holds = await check.holds((text) => (output += text))
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
      if (!holds) console.log(output)
      console.log(`${holds ? "✓" : "✗"} ${check.name} (${seconds} s)`)
      results.push({ name: check.name, holds })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}
