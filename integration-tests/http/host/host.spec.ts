import { hostSuite } from "../../../testing/host-suite"
import { testCustomerFacts } from "./test-customer-facts"
import { testImportCustomers } from "./test-import-customers"
import { testFromTheHost } from "./test-from-the-host"
import { testQueryGraph } from "./test-query-graph"

hostSuite("what the plugin shares with its host", {}, (host) => {
  describe("what comes from the host", () => testFromTheHost(host))
  describe("what the shop knows of a lead", () => testCustomerFacts(host))
  describe("leads that are customers", () => testImportCustomers(host))
  describe("what the host's query engine reads of the plugin", () => testQueryGraph(host))
})
