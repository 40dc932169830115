import { once } from "node:events"
import { createServer, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** One call of `/chat/completions`, as it came over the wire. */
export interface ModelCall {
  model?: string
  messages: { role: string; content: unknown }[]
  response_format?: {
    type: string
    json_schema?: { name?: string; strict?: boolean; schema?: Record<string, unknown> }
  }
  max_tokens?: number
  max_completion_tokens?: number
  temperature?: number
}

/** What the server answers: a body, whole or cut off. */
export interface Reply {
  /** @default 200 */
  status?: number
  headers?: Record<string, string>
  json?: unknown
  /** In place of `json`. */
  text?: string
  /** Breaks the connection off after so many bytes of a longer answer. */
  cutAfterBytes?: number
  /** Closes the connection after the text, without having said how long the answer is. */
  isUnending?: boolean
}

/** An answer of one choice, with usage. */
export function completion(
  message: object,
  finish_reason: string | null = "stop",
  model = "tiny-2026"
): Reply {
  return {
    json: {
      id: "answer-1",
      object: "chat.completion",
      created: 1_790_000_000,
      model,
      choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason }],
      usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
    },
  }
}

/** A model's server that answers just what a test wants, down to the bytes. */
export class ModelServer {
  readonly calls: ModelCall[] = []
  private readonly server_: Server

  private constructor(public reply: (call: ModelCall, place: number) => Reply) {
    this.server_ = createServer((req, res) => {
      let body = ""
      req.on("data", (chunk) => (body += String(chunk)))
      req.on("end", () => {
        const call = JSON.parse(body) as ModelCall
        this.calls.push(call)
        send(res, this.reply(call, this.calls.length - 1))
      })
    })
  }

  static async start(
    reply: (call: ModelCall, place: number) => Reply,
    port = 0
  ): Promise<ModelServer> {
    const server = new ModelServer(reply)
    server.server_.listen(port, "127.0.0.1")
    await once(server.server_, "listening")
    return server
  }

  /** With its version, as the option `baseURL` takes it. */
  get baseURL(): string {
    return `http://127.0.0.1:${(this.server_.address() as AddressInfo).port}/v1`
  }

  stop(): Promise<void> {
    this.server_.closeAllConnections()
    return new Promise((resolve) => this.server_.close(() => resolve()))
  }
}

function send(res: ServerResponse, reply: Reply): void {
  const text = reply.text ?? JSON.stringify(reply.json)
  const { cutAfterBytes, isUnending } = reply
  const bytes = Buffer.from(text)
  if (isUnending) {
    res.removeHeader("transfer-encoding")
    res.useChunkedEncodingByDefault = false
    res.writeHead(reply.status ?? 200, { connection: "close", ...reply.headers })
    res.end(bytes)
    return
  }
  res.writeHead(reply.status ?? 200, {
    "content-type": "application/json",
    "content-length": bytes.length,
    ...reply.headers,
  })
  if (cutAfterBytes === undefined) res.end(bytes)
  else res.write(bytes.subarray(0, cutAfterBytes), () => res.socket?.destroy())
}
