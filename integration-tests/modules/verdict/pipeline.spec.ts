import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { runPipeline } from "../../http/review/run-pipeline"

describe("the pipeline's script", () => {
  it("gives up at its deadline, whether the host says pending or fails", async () => {
    let polls = 0
    const server = createServer((req, res) => {
      if (req.method === "GET" && polls++ === 0) res.statusCode = 502
      res.end(JSON.stringify({ evaluation: { id: "one", status: "pending" } }))
    })
    await new Promise<void>((listening) => server.listen(0, "localhost", listening))
    const { port } = server.address() as AddressInfo
    try {
      const { code, output } = await runPipeline({
        PLAYGROUND_URL: `http://localhost:${port}`,
        PLAYGROUND_KEY: "sk_test",
        TEST_SET_ID: "set",
        PROMPT_ID: "prompt",
        DEADLINE_SECONDS: "2",
        POLL_SECONDS: "1",
      })
      expect({ code, output }).toMatchObject({ code: 2 })
      expect(output).toContain("evaluation one: no result in time")
      expect(polls).toBeGreaterThan(1)
    } finally {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  })
})
