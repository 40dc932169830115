import { createServer } from "node:net"

/** A TCP port that nobody listens on at this moment. */
export const freePort = (): Promise<number> => listenOnce(0)

export async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port)
    return true
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return false
    throw error
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(port, "localhost", () => {
      const address = server.address()
      const taken = typeof address === "object" && address ? address.port : port
      server.close(() => resolve(taken))
    })
  })
}
