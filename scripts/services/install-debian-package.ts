import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"

/** True where `apt-get` may be asked: on Debian and its like, as root. */
export const mayInstallDebianPackage = () =>
  existsSync("/etc/debian_version") && process.getuid?.() === 0

/** Installs packages with `apt-get`, without starting the services that they may bring. */
export function installDebianPackage(...names: string[]): void {
  console.log(`Installing ${names.join(", ")} with apt-get …`)
  // In runlevel 1 a package does not start a server of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" }
  const apt = (...args: string[]) =>
    execFileSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] })
  apt("update", "-qq")
  apt("install", "-y", "-qq", "--no-install-recommends", ...names)
}
