import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ENDINGS } from "../../src/providers/ai-sdk/errors/to-generator-error"

const SRC = path.resolve(__dirname, "../../src")

/** After these names a code stands: in a value, in a type, in a statement. */
const AFTER = /\b(?:error_)?code\??(?::| =)\s*((?:[^,;{}()\n]|\n\s*\|)*)/g
/** The last argument of what is thrown. */
const THROWN = /,\s*"([a-z]+(?:_[a-z]+)+)"\s*\)/g
/** A refusal of its own class, named by its first argument. */
const REFUSED = /new \w*Refusal\(\s*"([a-z]+(?:_[a-z]+)+)"/g
/** Names of fields, which are passed to whoever checks them, and of types. */
const NO_CODE = /_id$|^(?:code|string|custom)$/
const QUOTED = /["']([a-z][a-z0-9]*(?:_[a-z0-9]+)*)["']/g

/** Files of the server, by their paths below `src`, with their text. */
export function serverFiles(): [file: string, text: string][] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("admin"))
    .map((file) => [file, readFileSync(path.join(SRC, file), "utf8")])
}

/** Every code that the server has, with the file that has it: there is no other list of all of them. */
export function serverCodes(): { code: string; file: string }[] {
  const found = serverFiles().flatMap(([file, text]) => {
    const said = [...text.matchAll(AFTER)].flatMap(([, words = ""]) => [...words.matchAll(QUOTED)])
    const thrown = text.includes("MedusaError.Types") ? [...text.matchAll(THROWN)] : []
    return [...said, ...thrown, ...text.matchAll(REFUSED)]
      .map(([, code = ""]) => ({ code, file }))
      .filter(({ code }) => !NO_CODE.test(code))
  })
  const endings = Object.entries(ENDINGS).map(([verdict, { code = verdict }]) => ({
    code,
    file: "providers/ai-sdk/errors/to-generator-error.ts",
  }))
  return [...found, ...endings, ...capCodes()]
}

/** A batch that reached one of its limits: `'batch_' || cap_reached || '_cap'`, in SQL. */
function capCodes(): { code: string; file: string }[] {
  const file = "modules/playground/database/migrations/1763856000000-create-draft-ledger.ts"
  const [, caps = ""] =
    /cap_reached in \(([^)]*)\)/.exec(readFileSync(path.join(SRC, file), "utf8")) ?? []
  return [...caps.matchAll(/'(\w+)'/g)].map(([, cap]) => ({
    code: `batch_${cap}_cap`,
    file: "modules/playground/sql/transitions/cancel-capped-tasks.ts",
  }))
}
