import { rm } from "node:fs/promises"
import { findTestComplaints } from "./find-test-complaints"
import { runTool } from "./run-tool"

/** Something that holds or does not; it prints its own reasons. */
export interface Check {
  name: string
  holds(): Promise<boolean>
}

const tool = (name: string, bin: string, ...args: string[]): Check => ({
  name,
  holds: async () => (await runTool(bin, args)) === 0,
})

/** What `npm test` looks at before any test runs, cheapest first. */
export const CHECKS: Check[] = [
  {
    name: "every test has a title of its own, and none is skipped",
    holds: async () => {
      const complaints = await findTestComplaints("integration-tests")
      complaints.forEach((complaint) => console.log(complaint))
      return complaints.length === 0
    },
  },
  tool("formatting", "prettier", "--check", "--log-level=warn", "."),
  tool("types", "tsc", "-p", "tsconfig.check.json"),
  tool("types of the dashboard", "tsc", "-p", "src/admin/tsconfig.json"),
  {
    name: "lint",
    holds: async () => {
      // The host's cache looks at one file at a time, our rules at the types of others as well.
      await rm(".medusa/cache", { recursive: true, force: true })
      return (await runTool("medusa", ["lint"])) === 0
    },
  },
  tool("no circular imports", "madge", "--circular", "--extensions", "ts,tsx", "src"),
  tool("plugin build", "medusa", "plugin:build"),
]
