import { execFileSync, spawnSync } from "node:child_process"
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { leave, onLeave } from "../services/exit"
import { startServices } from "../services/start-services"
import { MUTATIONS, type Mutation } from "./mutations"

const REPOSITORY = path.resolve(__dirname, "../..")
const GUARANTEES = path.join(REPOSITORY, "docs/guarantees.md")
const TABLE = /(<!-- mutations -->\n)[\s\S]*?(\n<!-- \/mutations -->)/

interface Outcome extends Mutation {
  isRed: boolean
}

/**
 * `npm run test:mutations`: takes away one guard at a time, in a copy of the project, and expects the
 * promise's own test to fail. Writes what came of it into `docs/guarantees.md`. With an argument only
 * the mutations of that promise, or those whose name holds it: `npm run test:mutations -- G5`.
 */
async function main(only: string | undefined): Promise<void> {
  const chosen = MUTATIONS.filter(
    (mutation) => !only || mutation.promise === only || mutation.removes.includes(only)
  )
  const env = { ...process.env, ...(await startServices()) }
  const copy = await copyProject()
  const outcomes: Outcome[] = []
  for (const mutation of chosen) {
    const isRed = await isNoticed(copy, mutation, env)
    outcomes.push({ ...mutation, isRed })
    console.log(
      `${isRed ? "✓ red" : "✗ STILL GREEN"}  ${mutation.promise}: without ${mutation.removes}`
    )
  }
  await writeTable(outcomes)
  const unnoticed = outcomes.filter((outcome) => !outcome.isRed).length
  await leave(unnoticed > 0 ? 1 : 0, `${outcomes.length - unnoticed} passed, ${unnoticed} failed`)
}

/** What git knows of the project, in a directory of its own that shares its packages. */
async function copyProject(): Promise<string> {
  const copy = await mkdtemp(path.join(os.tmpdir(), "playground-mutations-"))
  onLeave(() => rm(copy, { recursive: true, force: true }))
  const files = execFileSync("git", ["ls-files"], { cwd: REPOSITORY, encoding: "utf8" })
  for (const file of files.trim().split("\n")) {
    await mkdir(path.dirname(path.join(copy, file)), { recursive: true })
    await cp(path.join(REPOSITORY, file), path.join(copy, file))
  }
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(copy, "node_modules"))
  return copy
}

async function isNoticed(
  copy: string,
  { file, find, replace, also, spec, test }: Mutation,
  env: NodeJS.ProcessEnv
): Promise<boolean> {
  const guards = [{ file, find, replace }, ...(also ? [also] : [])]
  const taken: { target: string; source: string }[] = []
  try {
    for (const guard of guards) taken.push(await takeAway(copy, guard))
    const jest = path.join(REPOSITORY, "node_modules/jest/bin/jest.js")
    // A test that fails half-way may leave a worker behind, which would keep jest from ending.
    const args = [jest, "--runInBand", "--forceExit", spec, "-t", test]
    const run = spawnSync(process.execPath, args, {
      cwd: copy,
      env: { ...env, NODE_OPTIONS: "--experimental-vm-modules" },
      encoding: "utf8",
    })
    // A run that matched no test would not be green either.
    if (!/\d+ (passed|failed)/.test(run.stderr)) throw new Error(`no test ran:\n${run.stderr}`)
    return /\d+ failed/.test(run.stderr)
  } finally {
    for (const { target, source } of taken) await writeFile(target, source)
  }
}

/** @returns the file as it was */
async function takeAway(
  copy: string,
  { file, find, replace }: Pick<Mutation, "file" | "find" | "replace">
): Promise<{ target: string; source: string }> {
  const target = path.join(copy, file)
  const source = await readFile(target, "utf8")
  if (!source.includes(find)) throw new Error(`${file} does not hold the guard: ${find}`)
  await writeFile(
    target,
    source.replaceAll(find, () => replace)
  )
  return { target, source }
}

/** Writes a row for each outcome; rows of mutations that were not run now stay as they are. */
async function writeTable(outcomes: Outcome[]): Promise<void> {
  const page = await readFile(GUARANTEES, "utf8")
  const known = page.split("\n").filter((line) => /^\| G\d/.test(line) && line.includes("`"))
  const rows = MUTATIONS.flatMap((mutation) => {
    const outcome = outcomes.find(({ removes }) => removes === mutation.removes)
    if (outcome) return toRow(outcome)
    return known.find((line) => line.includes(`| ${mutation.removes} `)) ?? []
  })
  const table = ["| promise | without | in | its test |", "| --- | --- | --- | --- |", ...rows]
  await writeFile(GUARANTEES, page.replace(TABLE, `$1\n${table.join("\n")}\n$2`))
  execFileSync(path.join(REPOSITORY, "node_modules/.bin/prettier"), ["--write", GUARANTEES])
}

const toRow = ({ promise, removes, file, isRed }: Outcome) =>
  `| ${promise} | ${removes} | \`${file}\` | ${isRed ? "red" : "**still green**"} |`

main(process.argv[2]).catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  await leave(1, "0 passed, 1 failed")
})
