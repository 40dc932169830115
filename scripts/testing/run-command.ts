import { spawn } from "node:child_process"

/**
 * Runs one of the project's tools, its output streaming through.
 *
 * @returns the exit code; 1 where a signal ended it
 */
export function runCommand(
  command: string,
  args: string[],
  env: Record<string, string> = {}
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    })
    child.once("error", reject)
    child.once("close", (code) => resolve(code ?? 1))
  })
}
