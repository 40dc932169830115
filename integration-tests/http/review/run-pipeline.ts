import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"

const DOCS = path.resolve(__dirname, "../../../docs/verdict.md")
const WITHIN_MS = 90_000

/** The script of docs/verdict.md, word for word. */
function readScript(): string {
  const [, script] = /```sh\n([\s\S]*?)```/.exec(readFileSync(DOCS, "utf8")) ?? []
  if (!script) throw new Error("docs/verdict.md has no script")
  return script
}

/**
 * Runs it as a pipeline would.
 *
 * @param script another one, such as the page's @default that of docs/verdict.md
 * @returns its exit code, and all that it said
 */
export function runPipeline(
  env: Record<string, string>,
  script = readScript()
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const options = {
      env: { PATH: process.env.PATH, POLL_SECONDS: "1", ...env },
      timeout: WITHIN_MS,
    }
    const child = execFile("sh", ["-c", script], options, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, output: `${stdout}${stderr}` })
    )
  })
}
