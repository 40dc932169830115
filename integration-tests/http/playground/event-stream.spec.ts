import { once } from "node:events"
import http from "node:http"
import net, { type AddressInfo } from "node:net"
import type { MedusaResponse } from "@medusajs/framework/http"
import {
  openEventStream,
  type EventStream,
} from "../../../src/api/api/v1/campaigns/[campaign_id]/playground/events/event-stream"
import { eventually } from "../../../testing/eventually"

/** More than the buffers of both sockets take: what is sent stays unflushed. */
const MORE_THAN_BUFFERS = "x".repeat(16 * 1024 * 1024)

/** A stream to a client that does not read until the test says so. */
async function openToStalledClient() {
  const errors: unknown[] = []
  let ended = 0
  const server = http.createServer((_, res) => {
    res.on("error", (error) => errors.push(error))
    // The host's response is Node's with Express' members, of which the stream uses none.
    const stream = openEventStream(res as unknown as MedusaResponse, () => (ended += 1))
    server.emit("stream", stream)
  })
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  const client = net.connect((server.address() as AddressInfo).port, "localhost")
  const opened = once(server, "stream")
  client.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
  client.pause()
  const [stream] = (await opened) as [EventStream]
  return {
    stream,
    errors,
    ended: () => ended,
    isClosed: async () => {
      const [connections] = await new Promise<[number]>((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve([count])))
      )
      return connections === 0
    },
    close: async () => {
      client.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe("an event stream whose client does not read", () => {
  beforeEach(() =>
    jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] })
  )
  afterEach(() => jest.useRealTimers())

  it("writes nothing once it has ended: no heartbeat, no late state", async () => {
    const { stream, errors, ended, close } = await openToStalledClient()
    try {
      stream.send({ event: "draft", id: "a", data: MORE_THAN_BUFFERS })
      stream.end()
      stream.send({ event: "progress", id: "b", data: {} })
      stream.end()
      jest.advanceTimersByTime(60_000)
      await new Promise((resolve) => setImmediate(resolve))
      expect(errors).toEqual([])
      expect(ended()).toBe(1)
    } finally {
      await close()
    }
  })

  it("is closed a few seconds after its end, so that it holds no shutdown up", async () => {
    const { stream, isClosed, close } = await openToStalledClient()
    try {
      stream.send({ event: "draft", id: "a", data: MORE_THAN_BUFFERS })
      stream.end()
      expect(await isClosed()).toBe(false)
      jest.advanceTimersByTime(10_000)
      jest.useRealTimers()
      await eventually(isClosed, { withinMs: 5_000, because: "the socket is closed" })
    } finally {
      await close()
    }
  })
})
