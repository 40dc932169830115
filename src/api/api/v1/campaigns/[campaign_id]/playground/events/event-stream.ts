import type { MedusaResponse } from "@medusajs/framework/http"

/** Proxies close what is silent for longer, in ms. */
const HEARTBEAT_MS = 15_000
/** A stream's longest life, in ms; the client comes back with `Last-Event-ID`. */
const LONGEST_LIFE_MS = 30 * 60_000

/** One Server-Sent Event. See https://html.spec.whatwg.org/multipage/server-sent-events.html. */
interface StreamEvent {
  event: string
  id: string
  data: unknown
}

/** An open answer of type `text/event-stream`. */
export interface EventStream {
  send(event: StreamEvent): void
  end(): void
}

/** Opens the stream. `onEnd` is called once, whoever ends it: the client, its age, or we. */
export function openEventStream(res: MedusaResponse, onEnd: () => void): EventStream {
  res.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache, no-transform",
    Connection: "keep-alive",
    // Tells nginx not to gather the answer.
    "X-Accel-Buffering": "no",
  })
  res.flushHeaders()
  const write = (text: string) => {
    res.write(text)
    // The host's compression, where it is on, gathers until it is told.
    const flush: unknown = Reflect.get(res, "flush")
    if (typeof flush === "function") flush.call(res)
  }
  const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS)
  const age = setTimeout(() => res.end(), LONGEST_LIFE_MS)
  res.once("close", () => {
    clearInterval(heartbeat)
    clearTimeout(age)
    onEnd()
  })
  return {
    send: ({ event, id, data }) =>
      write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => res.end(),
  }
}
