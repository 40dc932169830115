import { execFileSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import path from "node:path"

const DIRECTORIES = [
  "/usr/lib/x86_64-linux-gnu",
  "/usr/lib/aarch64-linux-gnu",
  "/usr/lib",
  "/usr/local/lib",
]

function findLibrary(): string | undefined {
  return DIRECTORIES.filter(existsSync)
    .flatMap((directory) => [path.join(directory, "faketime"), directory])
    .filter((directory) => existsSync(directory))
    .flatMap((directory) => readdirSync(directory).map((file) => path.join(directory, file)))
    .find((file) => file.endsWith("libfaketime.so.1"))
}

/**
 * The variables that put a process's clock off, for example by `+2h`. Installs libfaketime where that
 * is possible, like the test command does with Redis.
 */
export function faketime(offset: string): NodeJS.ProcessEnv {
  if (!findLibrary() && existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    execFileSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" })
    execFileSync("apt-get", ["install", "-y", "-qq", "libfaketime"], { env, stdio: "ignore" })
  }
  const library = findLibrary()
  if (!library) throw new Error("The clock tests need libfaketime: apt install libfaketime.")
  // Timers go by the monotonic clock, which no machine sets wrong.
  return { LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: "1" }
}
