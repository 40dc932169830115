import { mkdtemp, readFile, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { onLeave } from "../services/exit"
import { runTool } from "./run-tool"

export interface Tally {
  passed: number
  failed: number
}

/** The part of `jest --json` that is read here. */
interface JestReport {
  numPassedTests: number
  numFailedTests: number
  /** Files that failed before or outside of a test. */
  numRuntimeErrorTestSuites: number
}

/** Runs jest, its output streaming through, and counts its tests. */
export async function runJest(args: string[], env: Record<string, string>): Promise<Tally> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "playground-jest-"))
  const reportFile = path.join(directory, "report.json")
  onLeave(() => rm(directory, { recursive: true, force: true }))
  const report = ["--json", `--outputFile=${reportFile}`]
  const exitCode = await runTool("jest", [...report, ...args], {
    ...env,
    NODE_OPTIONS: [
      process.env.NODE_OPTIONS,
      // The host's loaders import files at run time.
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
    ].join(" "),
  })
  return count(JSON.parse(await readFile(reportFile, "utf8")) as JestReport, exitCode)
}

function count(report: JestReport, exitCode: number): Tally {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  // Jest also fails for what is no test's fault, such as a pattern that matches no file.
  return { passed: report.numPassedTests, failed: failed || (exitCode === 0 ? 0 : 1) }
}
