import { hostSuite } from "../../../testing/host-suite"
import { TEST_GENERATOR } from "./client"
import { testBatchLife } from "./test-batch-life"
import { testEvents } from "./test-events"
import { testFindLeads } from "./test-find-leads"
import { testGenerate } from "./test-generate"
import { testLeadSelection } from "./test-lead-selection"
import { testPreviewOfBatch } from "./test-preview-of-batch"

const playground = {
  generators: [{ resolve: TEST_GENERATOR, id: "test" }],
  concurrency: 16,
  backoffMs: 10,
}

hostSuite("the playground over HTTP", { playground }, (host) => {
  describe("POST /playground/generate", () => testGenerate(host))
  describe("the choice of leads", () => testLeadSelection(host))
  describe("the preview of a batch", () => testPreviewOfBatch(host))
  describe("GET /leads", () => testFindLeads(host))
  describe("a batch over HTTP", () => testBatchLife(host))
  describe("GET /playground/events", () => testEvents(host))
})
