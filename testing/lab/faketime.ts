import { existsSync, readdirSync } from "node:fs"
import path from "node:path"
import {
  installDebianPackage,
  mayInstallDebianPackage,
} from "../../scripts/services/install-debian-package"

const DIRECTORIES = [
  "/usr/lib/x86_64-linux-gnu",
  "/usr/lib/aarch64-linux-gnu",
  "/usr/lib",
  "/usr/local/lib",
]

/** Where libfaketime is; undefined where it is not installed. */
export function findLibfaketime(): string | undefined {
  return DIRECTORIES.filter(existsSync)
    .flatMap((directory) => [path.join(directory, "faketime"), directory])
    .filter((directory) => existsSync(directory))
    .flatMap((directory) => readdirSync(directory).map((file) => path.join(directory, file)))
    .find((file) => file.endsWith("libfaketime.so.1"))
}

/**
 * The variables that put a process's clock off, for example by `+2h`. Installs libfaketime where that
 * is possible, as the test command does with Redis.
 */
export function faketime(offset: string): NodeJS.ProcessEnv {
  if (!findLibfaketime() && mayInstallDebianPackage()) installDebianPackage("libfaketime")
  const library = findLibfaketime()
  if (!library) throw new Error("The clock tests need libfaketime: apt install libfaketime.")
  // Timers go by the monotonic clock, which no machine sets wrong.
  return { LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: "1" }
}
