import http from "node:http"
import net from "node:net"
import type { Host } from "../../testing/host-suite"
import { watchAnswer, type RawAnswer, type RawRequest } from "./raw-client"

type Upload = Omit<RawRequest, "body">

/**
 * Sends a body piece by piece, as fast as the host takes it, and to its end even when the host has
 * answered before.
 *
 * @throws Error for a connection that ends without an answer
 */
export async function sendPieces(
  host: Host,
  { method, path, headers }: Upload,
  pieces: Iterable<Buffer> | AsyncIterable<Buffer>
): Promise<RawAnswer> {
  const request = http.request(new URL(path, host.baseUrl()), { method, headers, agent: false })
  const answered = new Promise<RawAnswer>((resolve, reject) => {
    request.once("error", reject)
    request.once("response", (response) => {
      const text: Buffer[] = []
      response.on("data", (piece: Buffer) => text.push(piece))
      response.once("error", reject)
      response.once("end", () => {
        const answer = {
          status: response.statusCode ?? 0,
          contentType: response.headers["content-type"] ?? "",
          text: Buffer.concat(text).toString("utf8"),
        }
        watchAnswer(host, { method, path }, answer)
        resolve(answer)
      })
    })
  })
  // Awaited below; a host that hangs up meanwhile is no unhandled rejection.
  answered.catch(() => {})
  for await (const piece of pieces) {
    if (request.destroyed) break
    const isFull = !request.write(piece)
    if (isFull) await untilDrained(request)
  }
  request.end()
  return answered
}

function untilDrained(request: http.ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      request.off("drain", go).off("close", go)
      resolve()
    }
    request.on("drain", go).on("close", go)
  })
}

/** A connection on which bytes are written as they stand, and everything answered is kept. */
export class WireClient {
  /** All that has been answered. */
  received = ""
  isClosed = false
  private readonly socket_: net.Socket

  constructor(baseUrl: string) {
    const { hostname, port } = new URL(baseUrl)
    this.socket_ = net.connect(Number(port), hostname)
    this.socket_.on("data", (piece: Buffer) => (this.received += piece.toString("latin1")))
    this.socket_.on("close", () => (this.isClosed = true))
    // Being hung up on is what some tests are about; they look at `isClosed`.
    this.socket_.on("error", () => {})
  }

  /** Writes a request up to its body. */
  head({ method, path, headers }: Upload): void {
    const all = Object.entries({ host: "localhost", ...headers })
    const lines = all.map(([name, value]) => `${name}: ${value}`)
    this.write([`${method} ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n"))
  }

  write(bytes: string | Buffer): void {
    this.socket_.write(bytes)
  }

  /** Says that no more will come, and still listens. */
  end(): void {
    this.socket_.end()
  }

  /** Goes away as a computer does that is switched off. */
  cut(): void {
    this.socket_.resetAndDestroy()
  }
}
