import http from "node:http"
import type { Host } from "../../testing/host-suite"

export interface RawRequest {
  method: string
  /** Sent as it stands, encoded or not. */
  path: string
  headers: Record<string, string>
  body?: string | Buffer
}

export interface RawAnswer {
  status: number
  contentType: string
  text: string
}

/** Sends what no well-behaved client would, over connections that are kept. */
export class RawClient {
  private readonly agent_ = new http.Agent({ keepAlive: true, maxSockets: 16 })

  constructor(private readonly host_: Host) {}

  send({ method, path, headers, body }: RawRequest): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(this.host_.baseUrl())
      const options = { agent: this.agent_, hostname, port, method, path, headers }
      const request = http.request(options, (response) => {
        const pieces: Buffer[] = []
        response.on("data", (piece: Buffer) => pieces.push(piece))
        response.once("error", reject)
        response.once("end", () => {
          const answer = {
            status: response.statusCode ?? 0,
            contentType: response.headers["content-type"] ?? "",
            text: Buffer.concat(pieces).toString("utf8"),
          }
          watchAnswer(this.host_, { method, path }, answer)
          resolve(answer)
        })
      })
      request.once("error", reject)
      // Node says no length of a DELETE's body by itself: the server would take it for a next request.
      if (method === "DELETE" && body !== undefined && !request.hasHeader("transfer-encoding")) {
        if (!request.hasHeader("content-length")) {
          request.setHeader("content-length", Buffer.byteLength(body))
        }
      }
      request.end(body)
    })
  }

  close(): void {
    this.agent_.destroy()
  }
}

/** Holds what was answered against the OpenAPI document. What was sent is none of its business. */
export function watchAnswer(
  host: Host,
  { method, path }: Pick<RawRequest, "method" | "path">,
  { status, contentType, text }: RawAnswer
): void {
  const isJson = contentType.startsWith("application/json")
  host.watch({
    method,
    url: path,
    status,
    type: contentType,
    body: isJson ? JSON.parse(text) : undefined,
  })
}

/** Calls `run` for each, sixteen at a time. */
export async function inParallel<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<void>
): Promise<void> {
  const rest = items.values()
  const lane = async () => {
    for (const item of rest) await run(item)
  }
  await Promise.all(Array.from({ length: 16 }, lane))
}
