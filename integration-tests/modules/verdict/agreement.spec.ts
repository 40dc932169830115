import { toAgreement } from "../../../src/modules/playground/judging/agreement"

const of = (both_good: number, only_people: number, only_judge: number, both_bad: number) =>
  toAgreement([
    [both_good, only_people],
    [only_judge, both_bad],
  ])

/** Tables of two raters, with the kappa that was published for them. */
it.each<[string, [number, number, number, number], number, number]>([
  // Sim & Wright (2005), Physical Therapy 85, 257-268, table 1: 0.846 and 0.67.
  ["Sim & Wright", [22, 2, 4, 11], 0.846, 0.67],
  // Wikipedia, "Cohen's kappa", worked examples: 50 grants, then two tables of the same agreement.
  ["grants", [20, 5, 10, 15], 0.7, 0.4],
  ["same share, much by chance", [45, 15, 25, 15], 0.6, 0.13],
  ["same share, less by chance", [25, 35, 5, 35], 0.6, 0.26],
])("Cohen's kappa as published: %s", (_, [a, b, c, d], share, kappa) => {
  const agreement = of(a, b, c, d)
  expect(agreement.share).toBeCloseTo(share, 3)
  expect(agreement.kappa).toBeCloseTo(kappa, 2)
})

it("counts three answers as Cohen (1960) does in his example: 200 cases, 0.7 and 0.492", () => {
  const { share, kappa, n } = toAgreement([
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ])
  expect(n).toBe(200)
  expect(share).toBeCloseTo(0.7, 10)
  expect(kappa).toBeCloseTo(0.492, 3)
})

it("is 1 for two who always agree, -1 for two who never do, and 0 for what chance gives", () => {
  expect(of(5, 0, 0, 5).kappa).toBe(1)
  expect(of(0, 5, 5, 0).kappa).toBe(-1)
  expect(of(25, 25, 25, 25).kappa).toBe(0)
})

it("has no kappa where both sides give one answer only, and says nothing of nothing", () => {
  expect(of(30, 0, 0, 0)).toEqual({ share: 1, kappa: null, n: 30, enough: true })
  expect(of(0, 0, 0, 0)).toEqual({ share: null, kappa: null, n: 0, enough: false })
})

it("is enough to go by from 20 drafts on", () => {
  expect(of(10, 0, 0, 9).enough).toBe(false)
  expect(of(10, 0, 0, 10).enough).toBe(true)
})
