import { createInstance } from "i18next"
import texts from "../../src/admin/i18n"
import { orientComparison } from "../../src/admin/lib/playground/orient-comparison"
import { toVerdictWords } from "../../src/admin/lib/playground/verdict-words"
import type { BlindComparison } from "../../src/admin/lib/playground/verdict-types"
import { toJudgeVerdict } from "../../src/modules/playground/judging/judge-verdict"
import { comparePairs, type PairChoices } from "../../src/modules/playground/verdict/compare-pairs"

type Side = "first" | "second" | "equal"

const chosen = (side: Side): PairChoices => ({ first: 0, second: 0, equal: 0, [side]: 1 })

/** `judge` null: it has not judged that pair. */
type Pair = readonly [person: Side, judge: Side | null]

const times = (n: number, pair: Pair): Pair[] => Array.from({ length: n }, () => pair)

/** A comparison as the server tells it, of one person and a judge that never looks at the order. */
function comparisonOf(pairs: readonly Pair[], people = 1): BlindComparison {
  const ids = pairs.map((_, place) => String(place))
  const choices = pairs.map(([person]) => chosen(person))
  const judgings = pairs.flatMap(([, judge], place) =>
    judge === null
      ? []
      : {
          comparison_id: "1",
          pair_id: String(place),
          straight_choice: judge,
          straight_reason: "",
          swapped_choice: judge,
          swapped_reason: "",
        }
  )
  return {
    id: "1",
    campaign_id: "1",
    step_index: 1,
    batch_ids: ["old", "new"],
    created_by: "user_1",
    created_at: "2026-01-01T00:00:00.000Z",
    people,
    ...comparePairs(choices),
    judge: toJudgeVerdict(
      judgings,
      new Map(ids.map((id, place) => [id, choices[place] ?? chosen("equal")]))
    ),
  }
}

async function sentenceIn(lng: "en" | "de", comparison: BlindComparison): Promise<string> {
  const i18n = createInstance()
  await i18n.init({ lng, resources: texts, ns: ["verdict"], interpolation: { escapeValue: false } })
  return toVerdictWords(i18n.getFixedT(lng, "verdict")).wholeSentence(comparison)
}

/** 31 of 40 for the second; the judge has judged 30 of them, and 27 alike. */
const ISSUE: readonly Pair[] = [
  ...times(22, ["second", "second"]),
  ...times(2, ["second", "equal"]),
  ...times(1, ["second", "first"]),
  ...times(6, ["second", null]),
  ...times(5, ["first", "first"]),
  ...times(4, ["first", null]),
]

describe("the sentence with which Compare begins", () => {
  it("says which is better, how sure that is, and in how many the judge agrees with the person", async () => {
    expect(await sentenceIn("en", comparisonOf(ISSUE))).toBe(
      "B is better: 31 of 40 leads, 95 % interval 62 to 88 %; the judge agrees with you in 27 of 30"
    )
  })

  it("is the same of both batches in the other order", async () => {
    const turned = orientComparison(comparisonOf(ISSUE), ["new", "old"])
    expect(await sentenceIn("en", turned)).toBe(
      "A is better: 31 of 40 leads, 95 % interval 62 to 88 %; the judge agrees with you in 27 of 30"
    )
  })

  it("names people where several have judged", async () => {
    expect(await sentenceIn("en", comparisonOf(ISSUE, 2))).toContain(
      "the judge agrees with people in 27 of 30"
    )
  })

  it("leaves the judge out until 20 pairs were judged by both", async () => {
    const of = (n: number) => comparisonOf(times(n, ["second", "second"]))
    expect(await sentenceIn("en", of(19))).not.toContain("judge")
    expect(await sentenceIn("en", of(20))).toContain("the judge agrees with you in 20 of 20")
  })

  it("says about how many more pairs would tell, that none would, or that nobody has judged", async () => {
    const pairs = [...times(7, ["second", null]), ...times(5, ["first", null])]
    expect(await sentenceIn("en", comparisonOf(pairs))).toBe(
      "No difference shown: about 144 more pairs would tell"
    )
    expect(await sentenceIn("en", comparisonOf([...pairs, ...times(2, ["first", null])]))).toBe(
      "No difference shown: A and B are level so far"
    )
    expect(await sentenceIn("en", comparisonOf(times(3, ["equal", null])))).toBe(
      "No difference shown: every pair was judged equal so far"
    )
  })

  it("says so in German as well", async () => {
    const said = await sentenceIn("de", comparisonOf(ISSUE))
    for (const figure of ["31", "40", "62", "88", "27", "30"]) expect(said).toContain(figure)
    expect(said).not.toBe(await sentenceIn("en", comparisonOf(ISSUE)))
  })
})

describe("a comparison of the same batches in the other order", () => {
  const flip = (side: Side): Side =>
    side === "equal" ? side : side === "first" ? "second" : "first"
  const flipped = ISSUE.map(([person, judge]): Pair => [flip(person), judge && flip(judge)])

  it("has every figure mirrored, people's as well as the judge's", () => {
    const [given, other] = [comparisonOf(ISSUE), comparisonOf(flipped)]
    const turned = orientComparison(given, ["new", "old"])
    const { isTurned: _, batch_ids: __, win_rate, interval, judge, ...figures } = turned
    const { batch_ids: ___, ...rest } = other
    expect(rest).toMatchObject(figures)
    expect(rest.win_rate).toBeCloseTo(win_rate ?? NaN, 12)
    expect(rest.interval[0]).toBeCloseTo(interval[0], 12)
    expect(rest.interval[1]).toBeCloseTo(interval[1], 12)
    expect([rest.wins, rest.decision]).toEqual([[31, 9], "first"])
    expect(rest.judge).toMatchObject({
      judged: judge?.judged,
      wins: judge?.wins,
      ties: judge?.ties,
      decision: judge?.decision,
      needed: judge?.needed,
    })
    expect(rest.judge?.agreement.share).toBeCloseTo(judge?.agreement.share ?? NaN, 12)
    expect(rest.judge?.agreement.kappa).toBeCloseTo(judge?.agreement.kappa ?? NaN, 12)
  })
})
