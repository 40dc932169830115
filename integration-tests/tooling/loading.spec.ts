import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"

/** What a host that boots does not use yet: drivers, queues, models, tokenizers, detectors. */
const LATER = [
  "typeorm/driver",
  "typeorm/query-builder",
  "bullmq",
  "ai",
  "gpt-tokenizer",
  "tinyld",
  "jsonrepair",
]

/** Loads every file that a host loads at boot, and prints which of those packages came along. */
const LOAD = `
  const { readdirSync } = require("node:fs")
  const path = require("node:path")
  const files = readdirSync("src", { recursive: true })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("admin"))
  for (const file of files) require(path.resolve("src", file))
  const loaded = Object.keys(require.cache)
  console.log(JSON.stringify(${JSON.stringify(LATER)}.filter((part) =>
    loaded.some((file) => file.includes("/node_modules/" + part + "/")))))
  process.exit(0)`

it("loading the plugin loads nothing that only drafting needs", async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", "-e", LOAD],
    { cwd: path.resolve(__dirname, "../..") }
  )
  expect(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")).toEqual([])
}, 60_000)
