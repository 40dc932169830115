import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises"
import path from "node:path"
import { onLeave } from "../../scripts/services/exit"

const SOURCE = path.resolve(__dirname, "../fixture")

/**
 * A plugin for a bench's host: what somebody would write without ours, in `bench/fixture`.
 *
 * @returns its directory, laid out as a host expects a built plugin
 */
export async function makeFixturePlugin(): Promise<string> {
  const parent = path.resolve("node_modules/.cache")
  await mkdir(parent, { recursive: true })
  const directory = await mkdtemp(path.join(parent, "playground-bench-"))
  await mkdir(path.join(directory, ".medusa/server"), { recursive: true })
  onLeave(() => rm(directory, { recursive: true, force: true }))
  const manifest = { name: "bench-fixture", version: "0.0.0" }
  await writeFile(path.join(directory, "package.json"), JSON.stringify(manifest))
  await symlink(SOURCE, path.join(directory, ".medusa/server/src"))
  return directory
}
