import { backoffMs } from "../../../src/modules/playground/generation/backoff"
import { checkDraft } from "../../../src/modules/playground/generation/check-draft"
import { toFailureParams } from "../../../src/modules/playground/generation/failure-params"
import { coalesce } from "../../../src/persistence/coalesce"
import { RetryableGeneratorError } from "../../../src/ports"
import { eventually } from "../../../testing/eventually"

describe("the wait before another attempt", () => {
  it("doubles with each error up to a minute, half of it random", () => {
    for (const [errors, ceiling] of [
      [0, 1_000],
      [1, 2_000],
      [5, 32_000],
      [6, 60_000],
      [500, 60_000],
    ] as const) {
      expect(backoffMs(errors, 1_000, 0)).toBe(ceiling / 2)
      expect(backoffMs(errors, 1_000, 1)).toBe(ceiling)
    }
    const drawn = Array.from({ length: 50 }, () => backoffMs(3, 1_000))
    expect(new Set(drawn).size).toBeGreaterThan(5)
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(4_000)
    expect(Math.max(...drawn)).toBeLessThanOrEqual(8_000)
  })
})

describe("what a generator says its failure is about", () => {
  const endless: Record<string, unknown> = {}
  endless.self = endless

  it.each([
    ["words and numbers", { field: "title", count: 3 }, { field: "title", count: 3 }],
    ["what JSON drops", { field: "title", call: () => 1 }, { field: "title" }],
    ["nothing", undefined, {}],
    ["a text", "title", {}],
    ["a list", ["title"], {}],
    ["a circle", endless, {}],
    ["a NUL", { field: "a\0" }, {}],
    ["a lone surrogate", { "\ud800": 1 }, {}],
    ["a bigint", { count: 1n }, {}],
    ["more than 2,000 bytes", { field: "a".repeat(2_000) }, {}],
  ])("is kept where it can be stored: %s", (_, params, kept) => {
    expect(toFailureParams(params)).toEqual(kept)
  })
})

describe("a generator's draft", () => {
  it("passes up to 998 and 50,000 characters, four-byte ones too", () => {
    const draft = { subject: "😀".repeat(998), body: "😀".repeat(50_000) }
    // Compared by length: a failure would print 50,000 characters.
    expect(checkDraft(draft, "test").body.length).toBe(draft.body.length)
  })

  it.each([
    ["an empty subject", { subject: " ", body: "b" }],
    ["an empty body", { subject: "s", body: "\n" }],
    ["a subject of two lines", { subject: "s\nBcc: all", body: "b" }],
    ["a subject with a carriage return", { subject: "s\rBcc: all", body: "b" }],
    ["a subject of 999 characters", { subject: "s".repeat(999), body: "b" }],
    ["a body of 50,001 characters", { subject: "s", body: "b".repeat(50_001) }],
    ["a NUL in its subject", { subject: "s\0", body: "b" }],
    ["a NUL in its body", { subject: "s", body: "b\0" }],
    ["half a character in its subject", { subject: "s\ud83d", body: "b" }],
    ["half a character in its body", { subject: "s", body: "\ude00b" }],
    ["a NUL in its model's name", { subject: "s", body: "b", model: "m\0" }],
    [
      "tokens that are no number",
      { subject: "s", body: "b", usage: { input_tokens: NaN, output_tokens: 1 } },
    ],
  ])("with %s is refused and tried again", (_, draft) => {
    const check = () => checkDraft(draft, "test")
    expect(check).toThrow(RetryableGeneratorError)
    expect(check).toThrow(/"test".*cannot be sent/)
  })
})

describe("calls that are gathered", () => {
  const options = { lanes: 1, maxBatchSize: 3 }

  /** Statements that end when the test says so. */
  function statements() {
    const runs: { inputs: readonly number[]; end: () => void; fail: (error: Error) => void }[] = []
    const run = (inputs: readonly number[]) =>
      new Promise<number[]>((resolve, reject) => {
        runs.push({
          inputs,
          end: () => resolve(inputs.map((input) => input * 10)),
          fail: reject,
        })
      })
    const until = (count: number) =>
      eventually(() => runs.length >= count, {
        withinMs: 2_000,
        because: `${count} statements run`,
        everyMs: 1,
      })
    return { runs, run, until }
  }

  it("do not wait for others: a lone one goes at once", async () => {
    const { runs, run, until } = statements()
    const answer = coalesce(run, options)(1)
    await until(1)
    runs[0]?.end()
    expect(await answer).toBe(10)
  })

  it("share a statement while another runs, at most as many as it may take", async () => {
    const { runs, run, until } = statements()
    const call = coalesce(run, options)
    const first = call(1)
    await until(1)
    const others = [2, 3, 4, 5].map((input) => call(input))
    await new Promise(setImmediate)
    expect(runs).toHaveLength(1)
    runs[0]?.end()
    await until(2)
    expect(runs[1]?.inputs).toEqual([2, 3, 4])
    runs[1]?.end()
    await until(3)
    expect(runs[2]?.inputs).toEqual([5])
    runs[2]?.end()
    expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40, 50])
  })

  it("all hear of a statement that failed, and later ones go on", async () => {
    const { runs, run, until } = statements()
    const call = coalesce(run, options)
    const together = [call(1), call(2)].map((answer) => answer.catch((error: unknown) => error))
    await until(1)
    const error = new Error("the database is away")
    runs[0]?.fail(error)
    expect(await Promise.all(together)).toEqual([error, error])
    const later = call(1)
    await until(2)
    runs[1]?.end()
    expect(await later).toBe(10)
  })

  it("each get their own error where only theirs failed", async () => {
    const call = coalesce<number, number>(
      async (inputs) => inputs.map((input) => (input < 0 ? new Error("negative") : input)),
      options
    )
    const [good, bad] = await Promise.allSettled([call(1), call(-1)])
    expect(good).toMatchObject({ status: "fulfilled", value: 1 })
    expect(bad).toMatchObject({ status: "rejected", reason: { message: "negative" } })
  })
})
