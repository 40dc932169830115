import { subscribe, unsubscribe } from "node:diagnostics_channel"
import type { IncomingMessage } from "node:http"

const STARTED = "http.server.request.start"

/**
 * Counts the model calls that reach a server of this process on that port, from their first line on:
 * the server's own journal leaves out those that the client gave up.
 */
export function countCalls(port: number): { readonly started: number; stop(): void } {
  let started = 0
  const onStart = (message: unknown) => {
    const { request } = message as { request: IncomingMessage } // As Node documents the channel.
    const isCall = request.method === "POST" && request.url === "/v1/chat/completions"
    if (isCall && request.socket.localPort === port) started += 1
  }
  subscribe(STARTED, onStart)
  return {
    get started() {
      return started
    },
    stop: () => unsubscribe(STARTED, onStart),
  }
}
