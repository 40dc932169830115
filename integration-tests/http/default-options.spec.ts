import { hostSuite } from "../../testing/host-suite"
import { testQueryGraph } from "./host/test-query-graph"
import { testFromTheHost } from "./outreach/test-from-the-host"
import { testApprovals } from "./review/test-approvals"
import { testReview } from "./review/test-review"

hostSuite("a host with the plugin's default options", {}, (host) => {
  describe("reviewing drafts", () => testReview(host))
  describe("approved e-mails", () => testApprovals(host))
  describe("what comes from the host", () => testFromTheHost(host))
  describe("what the host's query engine reads of the plugin", () => testQueryGraph(host))
})
