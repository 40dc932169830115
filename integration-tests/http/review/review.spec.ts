import { hostSuite } from "../../../testing/host-suite"
import { testApprovals } from "./test-approvals"
import { testEvaluations } from "./test-evaluations"
import { testEvaluationKeys } from "./test-evaluation-keys"
import { testPrompts } from "./test-prompts"
import { testReview } from "./test-review"
import { testBulkReview } from "./test-bulk-review"
import { testVerdict } from "./test-verdict"

hostSuite("reviewing over HTTP", {}, (host) => {
  describe("reviewing drafts", () => testReview(host))
  describe("decisions on many drafts", () => testBulkReview(host))
  describe("approved e-mails", () => testApprovals(host))
  describe("named prompts", () => testPrompts(host))
  describe("test sets and evaluations", () => testEvaluations(host))
  describe("evaluations sent again", () => testEvaluationKeys(host))
  describe("which prompt is better", () => testVerdict(host))
})
