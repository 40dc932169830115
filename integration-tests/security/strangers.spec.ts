import { hostSuite } from "../../testing/host-suite"
import { testAccess } from "./test-access"
import { testBadRequests } from "./test-bad-requests"

hostSuite("a host that strangers knock at", {}, (host) => {
  describe("who may come in", () => testAccess(host))
  describe("ten thousand bad requests", () => testBadRequests(host))
})
