import { statfs } from "node:fs/promises"
import os from "node:os"

const IN_MEMORY = "/dev/shm"
const GIB = 1024 ** 3
const FREE_AT_LEAST = 4 * GIB

/**
 * Where data that dies with its process goes: Linux' file system in memory where it has 4 GiB to spare,
 * else the system's temporary directory. The host's test runner makes the database anew for each test,
 * a thousand files, which takes three times as long on a disk.
 */
export async function shortLivedDirectory(): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(IN_MEMORY)
    const free = Math.min(bavail * bsize, os.freemem())
    return free >= FREE_AT_LEAST ? IN_MEMORY : os.tmpdir()
  } catch {
    // No such file system here.
    return os.tmpdir()
  }
}
