import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { evaluationShare, plottedOf } from "../../src/admin/lib/playground/evaluation-shares"
import type { Evaluation } from "../../src/admin/lib/playground/evaluation-types"
import { pipelineScript } from "../../src/admin/lib/playground/pipeline-script"
import {
  newThresholds,
  onlyOffered,
  toLimit,
  toThresholds,
} from "../../src/admin/lib/playground/threshold-values"
import { sumOfSpends } from "../../src/admin/lib/playground/sum-of-spends"
import { ThresholdsSchema } from "../../src/modules/playground/evaluation/thresholds"
import { runPipeline } from "../http/review/run-pipeline"

describe("what drafting and judging use together", () => {
  const spend = (amount: number | null) => ({
    input_tokens: 100,
    output_tokens: 20,
    cost: amount === null ? null : { amount, currency_code: "usd" },
  })

  it("is their sum, without a cost where one has none, and unknown where one is", () => {
    expect(sumOfSpends([spend(0.25), spend(0.5)])).toEqual({
      input_tokens: 200,
      output_tokens: 40,
      cost: { amount: 0.75, currency_code: "usd" },
    })
    expect(sumOfSpends([spend(0.25), spend(null)])?.cost).toBeNull()
    expect([sumOfSpends([spend(1), null]), sumOfSpends([])]).toEqual([null, null])
  })
})

describe("thresholds as a form has them", () => {
  it.each([
    ["5", 0.05],
    [" 12,5 ", 0.125],
    ["0", 0],
    ["100", 1],
    ["33.3", 0.333],
    ["100.1", null],
    ["-1", null],
    ["", null],
    ["5 %", null],
    ["1e2", null],
    ["NaN", null],
  ])("reads a share of %p per cent as %p", (text, limit) => {
    expect(toLimit("max_failed", text)).toBe(limit)
  })

  it.each([
    ["3.5", 3.5],
    ["3,5", 3.5],
    ["1", 1],
    ["5", 5],
    ["0.9", null],
    ["6", null],
  ])("reads a score of %p as %p", (text, limit) => {
    expect(toLimit("min_judge_score", text)).toBe(limit)
  })

  it("begin with what the server takes, whether there are checks or not", () => {
    for (const hasChecks of [true, false]) {
      const thresholds = toThresholds(newThresholds(hasChecks))
      expect(ThresholdsSchema.parse(thresholds)).toEqual({
        max_failed: 0.05,
        ...(hasChecks && { min_checks_passed: 0.9 }),
      })
    }
  })

  it("leave out what a campaign without checks, or a shop without a judge, cannot tell", () => {
    const values = newThresholds(true)
    values.min_judge_score.isSet = true
    values.max_unsupported = { isSet: true, text: "no limit" }
    const asked = (hasChecks: boolean, hasJudge: boolean) =>
      toThresholds(onlyOffered(values, { hasChecks, hasJudge }))
    expect(asked(true, true)).toBeNull()
    values.max_unsupported.text = "10"
    expect([
      asked(true, true),
      asked(true, false),
      asked(false, true),
      asked(false, false),
    ]).toEqual([
      { max_failed: 0.05, min_checks_passed: 0.9, min_judge_score: 4, max_unsupported: 0.1 },
      { max_failed: 0.05, min_checks_passed: 0.9 },
      { max_failed: 0.05, min_judge_score: 4, max_unsupported: 0.1 },
      { max_failed: 0.05 },
    ])
  })

  it("are none while one that is set is no limit", () => {
    const values = newThresholds(true)
    values.max_failed.text = "many"
    expect(toThresholds(values)).toBeNull()
    values.max_failed.isSet = false
    expect(toThresholds(values)).toEqual({ min_checks_passed: 0.9 })
  })
})

describe("the figures of a run", () => {
  const figures: Evaluation["figures"] = {
    total: 10,
    drafted: 8,
    failed: 2,
    flagged: 2,
    checked: null,
    judge_score: null,
    unsupported: 1,
  }

  it("are shares of which more is better, and none where nothing was measured", () => {
    const counts = (["drafted", "unflagged", "kept", "supported"] as const).map((name) => {
      const share = evaluationShare({ figures }, name)
      return share && [share.hits, share.n]
    })
    expect(counts).toEqual([[8, 10], [6, 8], null, [7, 8]])
    expect(evaluationShare({ figures: null }, "drafted")).toBeNull()
  })

  it("offer only what at least one run has", () => {
    const run = (changed: object) => ({ figures: { ...figures, ...changed } }) as Evaluation
    const offered = plottedOf([run({ unsupported: null }), run({ unsupported: null, checked: 3 })])
    expect(offered).toEqual(["drafted", "unflagged", "kept"])
  })
})

describe("the script that the page hands out", () => {
  it.each([
    ["passed", 0],
    ["failed", 1],
    ["pending", 2],
  ])("asks for just that run, and exits by its result: %s", async (status, code) => {
    const asked: { body: string; key: string | undefined; url: string | undefined }[] = []
    const server = createServer((req, res) => {
      let body = ""
      req.on("data", (chunk: Buffer) => (body += chunk.toString()))
      req.on("end", () => {
        asked.push({ body, key: req.headers.authorization, url: req.url })
        res.end(JSON.stringify({ evaluation: { id: "one", status: body ? "pending" : status } }))
      })
    })
    await new Promise<void>((listening) => server.listen(0, "localhost", listening))
    const { port } = server.address() as AddressInfo
    try {
      const script = pipelineScript({
        url: `http://localhost:${port}/it's $(here)`.replaceAll(" ", "%20"),
        testSetId: "set",
        promptId: "prompt",
        stepIndex: 2,
        thresholds: { max_failed: 0.05 },
      })
      const ended = await runPipeline(
        { PLAYGROUND_KEY: "sk_test", DEADLINE_SECONDS: "1", POLL_SECONDS: "1" },
        script
      )
      expect(ended).toMatchObject({ code })
      const [start] = asked
      expect(start).toMatchObject({
        key: "Bearer sk_test",
        url: "/it's%20$(here)/playground/evaluations",
      })
      expect(JSON.parse(start?.body ?? "")).toEqual({
        test_set_id: "set",
        prompt_id: "prompt",
        step_index: 2,
        thresholds: { max_failed: 0.05 },
      })
    } finally {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  })
})
