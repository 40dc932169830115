import * as fc from "fast-check"
import { toBatchEvent, withEvent } from "../../src/admin/lib/playground/batch-event"
import { diffWords, joinChanges, type DiffPart } from "../../src/admin/lib/playground/diff-words"
import { parseLeadCount, usualLeadCount } from "../../src/admin/lib/playground/lead-count"
import { listPlaceholders } from "../../src/admin/lib/playground/placeholders"
import { timeLeft } from "../../src/admin/lib/playground/time-left"
import type { BatchStatus, LeadProgress } from "../../src/admin/lib/playground/types"
import { cpuMsOf, HANGING_MS } from "../../testing/cpu-time"

const without = (kind: DiffPart["kind"], parts: readonly DiffPart[]) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join("")

describe("what a reviewer changed", () => {
  const words = fc.array(fc.constantFrom("a", "be", "ü", " ", "\n", "!", "😀", "'s"))
  const text = words.map((parts) => parts.join(""))

  it("is marked so that both texts can be read back to the byte, whatever they are", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after)
        expect(without("added", parts)).toBe(before)
        expect(without("removed", parts)).toBe(after)
        parts.forEach((part, place) => {
          expect(part.text).not.toBe("")
          expect(part.kind).not.toBe(parts[place + 1]?.kind)
        })
      })
    )
  })

  it("is marked word by word, and nothing but what changed", () => {
    expect(diffWords("Dear Ada, buy now!", "Dear Ada, have a look!")).toEqual([
      { kind: "same", text: "Dear Ada, " },
      { kind: "removed", text: "buy" },
      { kind: "added", text: "have" },
      { kind: "same", text: " " },
      { kind: "removed", text: "now" },
      { kind: "added", text: "a look" },
      { kind: "same", text: "!" },
    ])
    expect(diffWords("same", "same")).toEqual([{ kind: "same", text: "same" }])
    expect(diffWords("", "")).toEqual([])
  })

  it("is shown as what went and then what came, where neighbouring words changed, and to the byte all the same", () => {
    const shown = (before: string, after: string) => joinChanges(diffWords(before, after))
    expect(
      shown("An e-mail of at most 60 words, Ada!", "An e-mail of two sentences, Ada!")
    ).toEqual([
      { kind: "same", text: "An e-mail of " },
      { kind: "removed", text: "at most 60 words" },
      { kind: "added", text: "two sentences" },
      { kind: "same", text: ", Ada!" },
    ])
    // Lines stay apart, and so does what only went.
    expect(shown("old\nold", "new\nnew")).toHaveLength(5)
    expect(shown("a b c", "a c").map(({ kind }) => kind)).not.toContain("added")
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = shown(before, after)
        expect(without("added", parts)).toBe(before)
        expect(without("removed", parts)).toBe(after)
      })
    )
  })

  it("is marked within a second even where the longest e-mail was rewritten as a whole", async () => {
    const before = "old ".repeat(12_500)
    const after = "new ".repeat(12_500)
    let parts: ReturnType<typeof diffWords> = []
    const diff = () => (parts = diffWords(`Hi ${before}end`, `Hi ${after}end`))
    expect(await cpuMsOf(diff)).toBeLessThan(HANGING_MS)
    expect(parts.map(({ kind }) => kind)).toEqual(["removed", "added"])
  })
})

describe("the Playground's small facts", () => {
  it("are a time left that follows the pace seen, and none before there is one", () => {
    const first = { ended: 10, at: 1_000 }
    expect(timeLeft(first, first, 40)).toBeNull()
    expect(timeLeft(first, { ended: 30, at: 11_000 }, 40)).toBe(20_000)
  })

  it("are a number of leads only where a batch may have so many", () => {
    expect(["1", "50", "200"].map(parseLeadCount)).toEqual([1, 50, 200])
    const wrong = ["", "0", "201", "1.5", "-1", "1e2", " 5", "x"]
    expect(wrong.map(parseLeadCount)).toEqual(wrong.map(() => null))
  })

  it("are a number of leads that nobody typed: no more than there are, and fifty while that is unknown", () => {
    expect([3, 49, 50, 2_300, undefined].map(usualLeadCount)).toEqual(["3", "49", "50", "50", "50"])
  })

  it("are placeholders that a prompt can name, each once", () => {
    const placeholders = listPlaceholders({
      attributes: ["last_order", "company", "not a name", "1st"],
      senderFacts: ["signature"],
      customerFacts: ["orders_count", "last_order.products"],
    })
    expect(placeholders).toEqual(
      expect.arrayContaining([
        "lead.company",
        "lead.last_order",
        "customer.last_order.products",
        "sender.signature",
      ])
    )
    expect(new Set(placeholders).size).toBe(placeholders.length)
    expect(placeholders.filter((path) => !/^[a-z]+(\.[a-z_]+)+$/.test(path))).toEqual([])
  })
})

describe("an event of a batch's stream", () => {
  const lead = (id: string, status: LeadProgress["status"]): LeadProgress => ({
    campaign_lead_id: id,
    status,
    attempt: 1,
    completed_at: null,
    has_draft: false,
  })
  const counts = { pending: 1, running: 1, succeeded: 0, failed: 0, cancelled: 0, total: 2 }
  const state: BatchStatus = {
    campaign_id: "campaign",
    batch_id: "batch",
    step_index: 1,
    status: "running",
    overall: counts,
    per_lead: [lead("first", "running"), lead("second", "pending")],
  }
  const apply = (name: string, data: object) => {
    const event = toBatchEvent(name, JSON.stringify(data))
    return event && withEvent(state, event)
  }

  it("changes what it is about and leaves the rest", () => {
    const drafted = { ...lead("first", "succeeded"), has_draft: true }
    expect(apply("draft", drafted)).toEqual({ ...state, per_lead: [drafted, state.per_lead[1]] })

    const overall = { ...counts, running: 0, succeeded: 1 }
    const progress = { campaign_id: "campaign", batch_id: "batch", status: "running", overall }
    expect(apply("progress", progress)).toEqual({ ...state, overall })
    expect(apply("done", { ...progress, status: "finished" })).toMatchObject({
      status: "finished",
      per_lead: state.per_lead,
    })
  })

  it("of another kind, or without data, is passed over", () => {
    expect(toBatchEvent("ping", "{}")).toBeNull()
    expect(toBatchEvent(undefined, "{}")).toBeNull()
    expect(toBatchEvent("draft", undefined)).toBeNull()
  })
})
