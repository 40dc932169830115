import { readFile } from "node:fs/promises"
import { buildDocument } from "../openapi/build-document"

/** Only random junk is refused with these on each call, so a run may miss one. */
const BY_CHANCE = ["413", "415"]

/**
 * The answers that the OpenAPI document promises and that no test was given, as `get /path 404`: what
 * a call cannot answer has no place there.
 *
 * @param file what the run's tests noted, a line each
 */
export async function findUnseenAnswers(file: string): Promise<string[]> {
  const seen = new Set((await readFile(file, "utf8")).split("\n"))
  const promised = Object.entries(buildDocument().paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.keys(responses ?? {})
        .filter((status) => !BY_CHANCE.includes(status))
        .map((status) => `${method} ${path} ${status}`)
    )
  )
  return promised.filter((answer) => !seen.has(answer))
}
