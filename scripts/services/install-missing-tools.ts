import { spawnSync } from "node:child_process"
import { findLibfaketime } from "../../testing/lab/faketime"
import { installDebianPackage, mayInstallDebianPackage } from "./install-debian-package"

/**
 * Brings what the tests need of a Debian machine in one go: tests that ran side by side would meet at
 * `apt-get`, which takes one at a time. Elsewhere each test says what it misses.
 */
export function installMissingTools(): void {
  if (!mayInstallDebianPackage()) return
  const missing = [
    spawnSync("redis-server", ["--version"]).status !== 0 && "redis-server",
    !findLibfaketime() && "libfaketime",
  ].filter((name) => name !== false)
  if (missing.length > 0) installDebianPackage(...missing)
}
