import { spawn } from "node:child_process"
import path from "node:path"
import { isLeaving, onLeave } from "../services/exit"

/**
 * Runs one of the tools that the project has installed, its output streaming through.
 *
 * @returns the exit code; 1 where a signal ended it
 */
export function runTool(
  tool: string,
  args: string[],
  env: Record<string, string> = {}
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join("node_modules/.bin", tool), args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    })
    onLeave(() => void child.kill())
    child.once("error", reject)
    // After Ctrl-C, which reached the tool as well, nothing more is to be run.
    child.once("close", (code) => isLeaving() || resolve(code ?? 1))
  })
}
