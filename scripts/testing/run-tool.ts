import { spawn } from "node:child_process"
import path from "node:path"
import { isLeaving, onLeave } from "../services/exit"

interface RunToolOptions {
  env?: Record<string, string>
  /** Hears all that it prints, in place of the terminal. */
  onOutput?: (text: string) => void
}

/**
 * Runs one of the tools that the project has installed, its output streaming through.
 *
 * @returns the exit code; 1 where a signal ended it
 */
export function runTool(
  tool: string,
  args: string[],
  { env = {}, onOutput }: RunToolOptions = {}
): Promise<number> {
  return new Promise((resolve, reject) => {
    const output = onOutput ? "pipe" : "inherit"
    const child = spawn(path.join("node_modules/.bin", tool), args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", output, output],
    })
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => onOutput?.(text))
    }
    onLeave(() => void child.kill())
    child.once("error", reject)
    // After Ctrl-C, which reached the tool as well, nothing more is to be run.
    child.once("close", (code) => isLeaving() || resolve(code ?? 1))
  })
}
