import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"

/** What another program needs to go on where the demo ended. */
export interface DemoSession {
  baseUrl: string
  email: string
  password: string
  token: string
  campaignId: string
}

/** Writes it where only this user may read it. @returns the file's path */
export async function writeSession(session: DemoSession): Promise<string> {
  const file = ".demo/session.json"
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${JSON.stringify(session, null, 2)}\n`, { mode: 0o600 })
  return file
}
