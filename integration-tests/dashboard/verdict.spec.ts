import { toMeasures, type Known } from "../../src/admin/lib/playground/measures"
import { orientComparison, turnPair } from "../../src/admin/lib/playground/orient-comparison"
import { shareOf } from "../../src/admin/lib/playground/share"
import type { Draft } from "../../src/admin/lib/playground/types"
import type { BlindComparison, JudgedPair } from "../../src/admin/lib/playground/verdict-types"
import { wilsonInterval } from "../../src/modules/playground/verdict/binomial"

const COMPARISON: BlindComparison = {
  id: "1",
  campaign_id: "1",
  step_index: 1,
  batch_ids: ["old", "new"],
  created_by: "user_1",
  created_at: "2026-01-01T00:00:00.000Z",
  pairs: 50,
  judged: 45,
  wins: [9, 31],
  ties: 5,
  win_rate: 0.775,
  interval: [0.625, 0.877],
  p_value: 0.0007,
  decision: "second",
  needed: 0,
  people: 1,
  agreement: null,
  judge: null,
}

describe("a verdict on the page", () => {
  it("has the server's intervals, whatever is counted", () => {
    for (let n = 0; n <= 40; n++) {
      for (let hits = 0; hits <= n; hits++) {
        const [low, high] = wilsonInterval(hits, n)
        const { interval } = shareOf(hits, n)
        expect(interval[0]).toBeCloseTo(low, 12)
        expect(interval[1]).toBeCloseTo(high, 12)
      }
    }
  })

  it("says the same of two batches that are shown the other way round", () => {
    const shown = orientComparison(COMPARISON, ["new", "old"])
    expect(shown).toMatchObject({
      isTurned: true,
      batch_ids: ["new", "old"],
      wins: [31, 9],
      decision: "first",
    })
    expect(shown.win_rate).toBeCloseTo(0.225)
    expect(shown.interval[0]).toBeCloseTo(0.123)
    expect(shown.interval[1]).toBeCloseTo(0.375)
    expect(orientComparison(COMPARISON, ["old", "new"])).toEqual({ ...COMPARISON, isTurned: false })
  })

  it("turns a pair with all that belongs to a side", () => {
    const [before, after] = ["a", "b"].map((id) => ({ id, subject: id, body: id }))
    const pair = {
      pair_id: "1",
      campaign_lead_id: "2",
      outcome: "first",
      choices: { first: 2, second: 0, equal: 1 },
      drafts: [before, after],
    } as JudgedPair
    expect(turnPair(pair)).toMatchObject({
      outcome: "second",
      choices: { first: 0, second: 2, equal: 1 },
      drafts: [after, before],
    })
  })

  it("leaves out a figure that nothing is known of, and counts the rest over what was said", () => {
    const draft = (flags: number) =>
      ({ review_status: "pending", flags: Array.from({ length: flags }, () => ({})) }) as Draft
    const first: Known = { drafts: [draft(0), draft(2)], judgements: [], checked: [] }
    const second: Known = { drafts: [draft(0), draft(0)], judgements: [], checked: [] }
    const told = toMeasures(COMPARISON, [first, second]).map(({ name, shares }) => [
      name,
      ...shares.map(({ hits, n }) => `${hits}/${n}`),
    ])
    expect(told).toEqual([
      ["preferred", "9/40", "31/40"],
      ["flagged", "1/2", "0/2"],
    ])
  })
})
