import {
  pairsNeeded,
  signTest,
  wilsonInterval,
} from "../../../src/modules/playground/verdict/binomial"
import {
  agreementOf,
  comparePairs,
  outcomeOf,
} from "../../../src/modules/playground/verdict/compare-pairs"

describe("Wilson's interval", () => {
  // Newcombe, R. G. (1998), Statistics in Medicine 17, 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %d in %d is Newcombe's", (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n)
    expect(interval[0]).toBeCloseTo(low, 4)
    expect(interval[1]).toBeCloseTo(high, 4)
  })

  it("says nothing of nothing, and stays between 0 and 1", () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1])
    expect(wilsonInterval(20, 20)[1]).toBe(1)
    expect(wilsonInterval(0, 1)[0]).toBe(0)
  })
})

describe("the sign test", () => {
  // Siegel, S. (1956), Nonparametric Statistics, table D, one-tailed, to three digits.
  it.each([
    [3, 11, 0.029],
    [1, 9, 0.011],
    [5, 15, 0.021],
    [2, 8, 0.055],
    [0, 5, 0.031],
  ])("of %d against %d is twice Siegel's one-tailed value", (first, second, oneTailed) => {
    expect(signTest([first, second]) / 2).toBeCloseTo(oneTailed, 3)
    expect(signTest([second, first])).toBe(signTest([first, second]))
  })

  // By Python's integers: min(1, 2 * sum(comb(n, i) for i in range(k + 1)) / 2**n)
  it.each([
    [9, 31, 0.0006795482549932785],
    [5, 15, 0.04138946533203125],
    [400, 600, 2.7284641560660184e-10],
    [0, 6, 0.03125],
    [950, 1_050, 0.026824146240280695],
  ])("of %d against %d is the exact sum", (first, second, p) => {
    expect(signTest([first, second]) / p).toBeCloseTo(1, 9)
  })

  it("is 1 where nothing leans, and never more, up to the most pairs that anybody judges", () => {
    expect([signTest([0, 0]), signTest([10, 10])]).toEqual([1, 1])
    for (const wins of [
      [1, 0],
      [4_999, 5_001],
      [0, 10_000],
    ] as const) {
      expect(signTest(wins)).toBeGreaterThanOrEqual(0)
      expect(signTest(wins)).toBeLessThanOrEqual(1)
    }
  })
})

describe("the pairs that would tell", () => {
  // The same rule in Python, with exact integers.
  it.each([
    [[5, 7], 144],
    [[4, 6], 100],
    [[9, 11], 391],
    [[1, 2], 39],
    [[0, 1], 5],
    [[0, 5], 1],
    [[9, 31], 0],
  ] as const)("after %j are %d more", (wins, needed) => {
    expect(pairsNeeded(wins)).toBe(needed)
  })

  it("are none to be told where nothing leans, or so little that ten thousand would not", () => {
    expect([pairsNeeded([0, 0]), pairsNeeded([7, 7]), pairsNeeded([1_000, 1_001])]).toEqual([
      null,
      null,
      null,
    ])
  })

  it("really tell: at that number the test is below 0.05", () => {
    for (const wins of [
      [5, 7],
      [4, 6],
      [1, 2],
    ] as const) {
      const decided = wins[0] + wins[1]
      const n = decided + (pairsNeeded(wins) ?? NaN)
      const second = Math.floor((n * wins[1]) / decided + 1e-9)
      expect(signTest([n - second, second])).toBeLessThan(0.05)
    }
  })
})

const judged = (first: number, second: number, equal = 0) => ({ first, second, equal })
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value)

describe("a comparison", () => {
  it("is a sentence's figures: 31 of 40, 62 to 88 %", () => {
    const pairs = [
      ...times(31, judged(0, 1)),
      ...times(9, judged(1, 0)),
      ...times(2, judged(0, 0, 1)),
      ...times(3, judged(0, 0)),
    ]
    const { interval, p_value, ...figures } = comparePairs(pairs)
    expect(figures).toEqual({
      pairs: 45,
      judged: 42,
      wins: [9, 31],
      ties: 2,
      win_rate: 0.775,
      decision: "second",
      needed: 0,
      agreement: null,
    })
    expect(interval.map((bound) => Math.round(bound * 100))).toEqual([62, 88])
    expect(p_value).toBeCloseTo(0.00068, 5)
  })

  it("shows no difference where the test does not, and none where nothing was judged", () => {
    expect(comparePairs([...times(7, judged(0, 1)), ...times(5, judged(1, 0))])).toMatchObject({
      decision: "none_shown",
      needed: 144,
    })
    expect(comparePairs([judged(0, 0)])).toEqual({
      pairs: 1,
      judged: 0,
      wins: [0, 0],
      ties: 0,
      win_rate: null,
      interval: [0, 1],
      p_value: 1,
      decision: "none_shown",
      needed: null,
      agreement: null,
    })
    expect(comparePairs(times(6, judged(1, 0))).decision).toBe("first")
  })

  it("has a pair won by who more than half of the people name, else tied", () => {
    expect([
      outcomeOf(judged(2, 1)),
      outcomeOf(judged(1, 1)),
      outcomeOf(judged(1, 2, 1)),
      outcomeOf(judged(0, 3, 2)),
      outcomeOf(judged(0, 0, 1)),
      outcomeOf(judged(0, 0)),
    ]).toEqual(["first", "tie", "tie", "second", "tie", null])
  })

  it("tells how often two people agree, over all couples of one pair's choices", () => {
    expect(agreementOf([judged(1, 0), judged(0, 1)])).toBeNull()
    // 3 couples of which 1 agrees, and 1 that does.
    expect(agreementOf([judged(2, 1), judged(0, 0, 2), judged(1, 0)])).toEqual({ share: 0.5, n: 4 })
  })
})
