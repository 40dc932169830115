import { rm } from "node:fs/promises"
import { findTestComplaints } from "./find-test-complaints"
import { runCommand } from "./run-command"

/** Something that holds or does not; it prints its own reasons. */
export interface Check {
  name: string
  holds(): Promise<boolean>
}

const command = (name: string, tool: string, ...args: string[]): Check => ({
  name,
  holds: async () => (await runCommand("npx", ["--no-install", tool, ...args])) === 0,
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
  command("formatting", "prettier", "--check", "--log-level=warn", "."),
  command("types", "tsc", "-p", "tsconfig.check.json"),
  {
    name: "lint",
    holds: async () => {
      // The host's cache looks at one file at a time, our rules at the types of others as well.
      await rm(".medusa/cache", { recursive: true, force: true })
      return (await runCommand("npx", ["--no-install", "medusa", "lint"])) === 0
    },
  },
  command("no circular imports", "madge", "--circular", "--extensions", "ts,tsx", "src"),
  command("plugin build", "medusa", "plugin:build"),
]
