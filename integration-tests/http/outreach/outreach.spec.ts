import { hostSuite } from "../../../testing/host-suite"
import { TEST_GENERATOR } from "../playground/client"
import { testCampaigns } from "./test-campaigns"
import { testImportLeads } from "./test-import-leads"
import { testLeads } from "./test-leads"

const playground = { generators: [{ resolve: TEST_GENERATOR, id: "test" }] }

hostSuite("outreach over HTTP", { playground }, (host) => {
  describe("campaigns and sender profiles", () => testCampaigns(host))
  describe("leads of a campaign", () => testLeads(host))
  describe("leads that are imported", () => testImportLeads(host))
})
