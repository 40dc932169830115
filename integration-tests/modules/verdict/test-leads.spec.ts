import { CampaignLead } from "../../../src/validation/campaign-lead"
import { hostileLeads } from "../../../src/modules/playground/evaluation/hostile-leads"
import {
  toThresholdResults,
  type EvaluationFigures,
} from "../../../src/modules/playground/evaluation/thresholds"
import { findSuspiciousLeadData } from "../../../src/modules/playground/generation/flags/suspicious-lead-data"
import { createEmptyCheck } from "../../../src/modules/playground/prompts/empty-values"
import { DEFAULT_EMPTY_VALUES } from "../../../src/modules/playground"

const FIGURES: EvaluationFigures = {
  total: 10,
  drafted: 8,
  failed: 2,
  flagged: 2,
  checked: 6,
  judge_score: 4,
  unsupported: 4,
}

describe("a threshold", () => {
  it.each([
    ["max_failed", 0.2, 0.2, true],
    ["max_failed", 0.19, 0.2, false],
    ["max_flagged", 0.25, 0.25, true],
    ["max_flagged", 0.2, 0.25, false],
    ["min_checks_passed", 0.75, 0.75, true],
    ["min_checks_passed", 0.76, 0.75, false],
    ["min_judge_score", 4, 4, true],
    ["min_judge_score", 4.5, 4, false],
    ["max_unsupported", 0.5, 0.5, true],
    ["max_unsupported", 0, 0.5, false],
  ] as const)("%s of %d against %d is kept: %s", (name, limit, value, passed) => {
    expect(toThresholdResults({ [name]: limit }, FIGURES)).toEqual([{ name, limit, value, passed }])
  })

  it("that nothing was measured for is not kept, and one that was not set is not told", () => {
    const nothing = { ...FIGURES, drafted: 0, flagged: 0, checked: null, judge_score: null }
    expect(
      toThresholdResults({ max_flagged: 1, min_checks_passed: 0, min_judge_score: 1 }, nothing)
    ).toEqual([
      { name: "max_flagged", limit: 1, value: null, passed: false },
      { name: "min_checks_passed", limit: 0, value: null, passed: false },
      { name: "min_judge_score", limit: 1, value: null, passed: false },
    ])
    expect(toThresholdResults({}, FIGURES)).toEqual([])
  })
})

describe("the bundled test leads", () => {
  const leads = hostileLeads([["city"], ["address", "zip"], ["address"], ["__proto__"]])

  it("are leads that an import would take, each with a code of its own", () => {
    for (const { code, lead_snapshot } of leads) {
      const { id: _, ...lead } = lead_snapshot
      expect({ code, ...CampaignLead.safeParse(lead) }).toMatchObject({ code, success: true })
    }
    expect(new Set(leads.map(({ code }) => code)).size).toBe(leads.length)
    expect(new Set(leads.map(({ lead_snapshot }) => lead_snapshot.id)).size).toBe(leads.length)
    expect(leads.length).toBeLessThanOrEqual(200)
  })

  it("have the attributes that prompts of the campaign may name, but for the one that lacks all", () => {
    const attributesOf = (code: string) =>
      leads.find((lead) => lead.code === code)?.lead_snapshot.attributes
    expect(attributesOf("ordinary")).toMatchObject({ city: "Example", address: { zip: "Example" } })
    expect(Object.keys(attributesOf("ordinary") ?? {})).toContain("__proto__")
    expect(attributesOf("nothing_known")).toEqual({})
    expect(attributesOf("long_note")).toHaveProperty("note")
  })

  it("give orders where they say so, and say nothing where they say that", () => {
    const giving = leads.filter(({ code }) => code?.startsWith("orders"))
    expect(giving.length).toBeGreaterThan(8)
    for (const { code, lead_snapshot } of giving) {
      expect({ code, flags: findSuspiciousLeadData(lead_snapshot) }).toMatchObject({
        flags: [{ code: "suspicious_lead_data" }],
      })
    }
    const isEmpty = createEmptyCheck(DEFAULT_EMPTY_VALUES)
    const empty = leads.find(({ code }) => code === "empty_words")?.lead_snapshot
    const { first_name, company } = empty ?? {}
    expect([first_name, company].map((value) => isEmpty(value ?? ""))).toEqual([true, true])
  })
})
