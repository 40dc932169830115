/**
 * All that this process writes to its streams, from the import of this file on. Imported ahead of the
 * host, whose logger reads its level once: everything from `info` on is said.
 */
process.env.LOG_LEVEL = "info"

const said: string[] = []

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream)
  stream.write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    said.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString())
    return write(chunk, ...rest)
  }
}

/** In the order in which it was said. */
export const everythingSaid = (): string => said.join("")
