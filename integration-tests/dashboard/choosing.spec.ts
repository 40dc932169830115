import german from "../../src/admin/i18n/de/review"
import { sharesOf } from "../../src/admin/lib/outreach/variant-share"
import { toFieldFilter } from "../../src/admin/lib/playground/lead-field-filter"
import {
  leadsWithoutDraft,
  SELECTIONS,
  toSelectionInput,
} from "../../src/admin/lib/playground/lead-selection"
import type { LeadProgress } from "../../src/admin/lib/playground/types"

describe("which leads a batch is for", () => {
  it("is a number and a rule, or names; never both, and nothing where nobody is chosen", () => {
    const asked = SELECTIONS.map((selection) => [selection, toSelectionInput(selection, 7, ["a"])])
    expect(Object.fromEntries(asked)).toEqual({
      undrafted: { n_leads: 7, lead_selection: "undrafted" },
      sample: { n_leads: 7, lead_selection: "sample" },
      first: { n_leads: 7, lead_selection: "first" },
      these: { campaign_lead_ids: ["a"] },
      failed: { campaign_lead_ids: ["a"] },
      left: { campaign_lead_ids: ["a"] },
    })
    const none = SELECTIONS.map((selection) => toSelectionInput(selection, null, []))
    expect(none).toEqual(SELECTIONS.map(() => null))
  })

  it("is never more than a batch holds", () => {
    const ids = Array.from({ length: 201 }, (_, place) => String(place))
    expect(toSelectionInput("these", 1, ids)).toEqual({ campaign_lead_ids: ids.slice(0, 200) })
  })

  it("may be those that failed or were left, of the batch in view alone", () => {
    const lead = (campaign_lead_id: string, status: LeadProgress["status"]): LeadProgress => ({
      campaign_lead_id,
      status,
      attempt: 1,
      completed_at: null,
      has_draft: status === "succeeded",
    })
    const state = {
      per_lead: [
        lead("1", "failed"),
        lead("2", "succeeded"),
        lead("3", "cancelled"),
        lead("4", "failed"),
        lead("5", "running"),
        lead("6", "pending"),
      ],
    }
    expect(leadsWithoutDraft(state, "failed")).toEqual(["1", "4"])
    expect(leadsWithoutDraft(state, "cancelled")).toEqual(["3"])
    expect(leadsWithoutDraft(undefined, "failed")).toEqual([])
  })
})

describe("a list of leads that is narrowed by one field", () => {
  const labelOf = (field: keyof typeof german.facts.fields) => german.facts.fields[field]

  it("takes its name for a field's where there is one, else for an attribute's, and waits for both halves", () => {
    expect(toFieldFilter({ name: " company ", value: " Engines " }, labelOf)).toEqual({
      company: "Engines",
    })
    expect(toFieldFilter({ name: "Plan Name", value: "pro" }, labelOf)).toEqual({
      attributes: '{"Plan Name":"pro"}',
    })
    // As the page calls it, in the language that it speaks.
    for (const name of ["Firma", "firma", "Company"]) {
      expect(toFieldFilter({ name, value: "Engines" }, labelOf)).toEqual({ company: "Engines" })
    }
    for (const half of [
      { name: "company", value: " " },
      { name: "", value: "x" },
    ]) {
      expect(toFieldFilter(half, labelOf)).toEqual({})
    }
  })
})

describe("the weights of variants", () => {
  it("read as per cent of all, and as nothing while they make no sense", () => {
    expect(sharesOf([1, 3])).toEqual([25, 75])
    expect(sharesOf([0.5, 0.5])).toEqual([50, 50])
    expect(sharesOf([1, 1, 1])).toEqual([33, 33, 33])
    expect(sharesOf([0])).toEqual([null])
    expect(sharesOf([NaN, 1])).toEqual([null, null])
  })
})
