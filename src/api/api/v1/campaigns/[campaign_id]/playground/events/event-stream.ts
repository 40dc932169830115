import type { MedusaResponse } from "@medusajs/framework/http"

/** Proxies close what is silent for longer, in ms. */
const HEARTBEAT_MS = 15_000
/** A stream's longest life, in ms; the client comes back with `Last-Event-ID`. */
const LONGEST_LIFE_MS = 30 * 60_000
/** How long a client may take to read what was sent before the end, in ms. */
const LAST_READ_MS = 5_000

/** One Server-Sent Event. See https://html.spec.whatwg.org/multipage/server-sent-events.html. */
interface StreamEvent {
  event: string
  id: string
  data: unknown
}

/** An open answer of type `text/event-stream`. */
export interface EventStream {
  /** Does nothing once the stream has ended. */
  send(event: StreamEvent): void
  /** Closes it as soon as the client has read everything, or after five seconds. */
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
  let isEnded = false
  const write = (text: string) => {
    // Unread bytes keep a response open long after its end, and a late write would be an error of it.
    if (isEnded) return
    res.write(text)
    // The host's compression, where it is on, gathers until it is told.
    const flush: unknown = Reflect.get(res, "flush")
    if (typeof flush === "function") flush.call(res)
  }
  const finish = () => {
    if (isEnded) return
    isEnded = true
    clearInterval(heartbeat)
    clearTimeout(age)
    onEnd()
  }
  const end = () => {
    if (isEnded) return
    finish()
    res.end()
    const closing = setTimeout(() => res.destroy(), LAST_READ_MS)
    res.once("close", () => clearTimeout(closing))
  }
  const heartbeat = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS)
  const age = setTimeout(end, LONGEST_LIFE_MS)
  res.once("close", finish)
  return {
    send: ({ event, id, data }) =>
      write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
    end,
  }
}
