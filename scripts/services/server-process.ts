import { spawn, type ChildProcess } from "node:child_process"
import { rm } from "node:fs/promises"
import { setTimeout as sleep } from "node:timers/promises"

interface ServerProcessOptions {
  /** Where its files are; deleted with the server. @default none */
  directories?: string[]
  /** Where it runs. @default the first of `directories`, else where the script does */
  cwd?: string
  /** Whom to run it as, where the script is root and the server refuses that. */
  user?: { uid: number; gid: number }
  env?: Record<string, string>
  /** Hears all that the server prints. */
  onOutput?: (text: string) => void
}

/** A server that runs no longer than the script that started it. */
export interface ServerProcess {
  /** Its process id; 0 when it could not be started. */
  readonly pid: number
  /** Rejects as soon as the server ends by itself, with what it last printed. */
  readonly failed: Promise<never>
  stop(): Promise<void>
}

// Waits until the script's end of the pipe is closed, then does what the script could not.
const WATCHMAN = `cat > /dev/null
server=$1
shift
kill -INT "$server" 2> /dev/null
for _ in $(seq 100); do kill -0 "$server" 2> /dev/null || break; sleep 0.1; done
kill -KILL "$server" 2> /dev/null
rm -rf "$@"`

const PATIENCE_MS = 10_000
const KEPT_OUTPUT = 4_000

/**
 * Starts a server in a process group of its own, so that Ctrl-C reaches it only through `stop`, in
 * order. A watchman beside it ends it even when the script is killed without a chance to clean up.
 */
export function startServerProcess(
  command: string,
  args: string[],
  { directories = [], cwd = directories[0], user, env, onOutput }: ServerProcessOptions
): ServerProcess {
  const server = spawn(command, args, {
    ...user,
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const watchman = spawn("sh", ["-c", WATCHMAN, "watchman", String(server.pid), ...directories], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  })
  watchman.unref()

  let output = ""
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      const text = chunk.toString("utf8")
      output = (output + text).slice(-KEPT_OUTPUT)
      onOutput?.(text)
    })
  }
  const failed = new Promise<never>((_, reject) => {
    server.once("error", reject)
    server.once("exit", (code, signal) =>
      reject(new Error(`${command} ended (${signal ?? code}):\n${output}`))
    )
  })
  // Who waits for the start races it; later ends are expected.
  failed.catch(() => {})

  return {
    pid: server.pid ?? 0,
    failed,
    stop: async () => {
      await endProcess(server)
      watchman.kill("SIGKILL")
      for (const directory of directories) await rm(directory, { recursive: true, force: true })
    },
  }
}

async function endProcess(server: ChildProcess): Promise<void> {
  const hasEnded = () => server.pid === undefined || server.exitCode !== null || !!server.signalCode
  if (hasEnded()) return
  const ended = new Promise((resolve) => server.once("exit", resolve))
  server.kill("SIGINT")
  await Promise.race([ended, sleep(PATIENCE_MS, undefined, { ref: false })])
  if (hasEnded()) return
  server.kill("SIGKILL")
  await ended
}
