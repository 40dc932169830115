import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { onLeave } from "../services/exit"
import { runTool } from "./run-tool"

export interface Tally {
  passed: number
  failed: number
}

export interface JestRun extends Tally {
  /** Where the tests noted which of the OpenAPI document's answers they were given. */
  answersFile: string
}

/** The part of `jest --json` that is read here. */
interface JestReport {
  numPassedTests: number
  numFailedTests: number
  /** Files that failed before or outside of a test. */
  numRuntimeErrorTestSuites: number
  /** In milliseconds since the epoch. */
  testResults: { name: string; startTime: number; endTime: number }[]
}

const SHOWN_FILES = 10

/** Runs jest, its output streaming through, and counts its tests. */
export async function runJest(args: string[], env: Record<string, string>): Promise<JestRun> {
  const directory = await mkdtemp(path.join(os.tmpdir(), "playground-jest-"))
  const reportFile = path.join(directory, "report.json")
  onLeave(() => rm(directory, { recursive: true, force: true }))
  const answersFile = path.join(directory, "answers")
  await writeFile(answersFile, "")
  const report = ["--json", `--outputFile=${reportFile}`]
  const NODE_OPTIONS = [
    process.env.NODE_OPTIONS,
    // The host's loaders import files at run time.
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
  ].join(" ")
  const exitCode = await runTool("jest", [...report, ...args], {
    env: { ...env, NODE_OPTIONS, ANSWERS_SEEN: answersFile },
  })
  const result = JSON.parse(await readFile(reportFile, "utf8")) as JestReport
  printSlowest(result)
  return { ...count(result, exitCode), answersFile }
}

function printSlowest({ testResults }: JestReport): void {
  const files = testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, SHOWN_FILES)
  if (files.length < 2) return
  console.log("\nThe files that took longest:")
  for (const { name, seconds } of files) {
    console.log(`${seconds.toFixed(0).padStart(5)} s  ${path.relative("", name)}`)
  }
}

function count(report: JestReport, exitCode: number): Tally {
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  // Jest also fails for what is no test's fault, such as a pattern that matches no file.
  return { passed: report.numPassedTests, failed: failed || (exitCode === 0 ? 0 : 1) }
}
