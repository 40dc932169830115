import { hostSuite } from "../../../testing/host-suite"
import { testFromTheHost } from "./test-from-the-host"
import { testQueryGraph } from "./test-query-graph"

hostSuite("what the plugin shares with its host", {}, (host) => {
  describe("what comes from the host", () => testFromTheHost(host))
  describe("what the host's query engine reads of the plugin", () => testQueryGraph(host))
})
