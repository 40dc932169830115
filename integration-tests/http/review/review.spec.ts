import { hostSuite } from "../../../testing/host-suite"
import { testApprovals } from "./test-approvals"
import { testReview } from "./test-review"

hostSuite("reviewing over HTTP", {}, (host) => {
  describe("reviewing drafts", () => testReview(host))
  describe("approved e-mails", () => testApprovals(host))
})
