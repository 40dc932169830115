import { KeptTexts, type TextStore } from "../../src/admin/lib/common/kept-texts"
import { keepEdit, keepWithdrawn, textToApprove } from "../../src/admin/lib/playground/begun-edits"
import * as kept from "../../src/admin/lib/playground/kept"

function createStore(): TextStore & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
  }
}

const open = (store: TextStore | null, limits = { maxEntries: 3, maxLength: 1_000 }) =>
  new KeptTexts<string>({ name: "texts", store, ...limits })

describe("what a person has begun", () => {
  it("is there again after a reload, and gone once it was dropped", () => {
    const store = createStore()
    open(store).keep("a", "begun")
    expect([...open(store).entries]).toEqual([["a", "begun"]])
    open(store).drop("a")
    expect(open(store).entries.size).toBe(0)
  })

  it("is bounded: the oldest goes first, by number and by length, never the newest", () => {
    const byNumber = open(createStore())
    for (const key of ["a", "b", "c", "a", "d"]) byNumber.keep(key, key)
    expect([...byNumber.entries.keys()]).toEqual(["c", "a", "d"])

    const byLength = open(createStore(), { maxEntries: 9, maxLength: 40 })
    byLength.keep("a", "x".repeat(20))
    byLength.keep("b", "y".repeat(20))
    expect([...byLength.entries.keys()]).toEqual(["b"])
    byLength.keep("c", "z".repeat(100))
    expect([...byLength.entries.keys()]).toEqual(["c"])
  })

  it("loses nothing that another tab has kept meanwhile", () => {
    const store = createStore()
    const [one, other] = [open(store), open(store)]
    one.keep("a", "from one tab")
    other.keep("b", "from the other")
    one.keep("c", "again")
    expect([...open(store).entries.keys()]).toEqual(["a", "b", "c"])
  })

  it("lasts as long as the page where the browser keeps nothing, whatever stood there before", () => {
    const full: TextStore = {
      getItem: () => "no JSON",
      setItem: () => {
        throw new Error("full")
      },
    }
    for (const store of [full, null]) {
      const texts = open(store)
      texts.keep("a", "begun")
      expect(texts.entries.get("a")).toBe("begun")
    }
  })

  it("tells whoever shows it of each change, and of none once they have left", () => {
    const texts = open(createStore())
    const seen: number[] = []
    const leave = texts.subscribe(() => seen.push(texts.entries.size))
    texts.keep("a", "1")
    texts.keep("b", "2")
    leave()
    texts.drop("a")
    expect(seen).toEqual([1, 2])
  })
})

describe("what is kept of a campaign", () => {
  const draft = { id: "draft", subject: "Hello", body: "As drafted" }
  const mine = { subject: "Hello", body: "Mine" }
  afterEach(() => kept.keptEdits.drop(draft.id))

  it("is bounded, whichever kind of text it is", () => {
    const kinds = Object.values(kept).filter((value) => value instanceof KeptTexts)
    expect(kinds.length).toBeGreaterThanOrEqual(5)
    for (const texts of kinds as KeptTexts<unknown>[]) {
      const keys = Array.from({ length: 300 }, (_, place) => `of ${place}`)
      for (const key of keys) texts.keep(key, { body: "x".repeat(50_000) })
      const json = JSON.stringify([...texts.entries])
      // All of them together fit into the 5 MB of a browser's store, beside what is the host's.
      expect(json.length).toBeLessThanOrEqual(1_050_000)
      expect([...texts.entries.keys()].at(-1)).toBe(keys.at(-1))
      for (const key of keys) texts.drop(key)
    }
  })

  it("is one prompt per campaign and step", () => {
    const keys = [
      ["one", 1],
      ["one", 2],
      ["other", 1],
    ] as const
    expect(new Set(keys.map(([campaign, step]) => kept.promptKey(campaign, step))).size).toBe(3)
  })

  it("is an edit for as long as it says something else, and that is what will be approved", () => {
    keepEdit(draft.id, draft, mine)
    expect(textToApprove(draft, kept.keptEdits.entries)).toEqual(mine)
    keepEdit(draft.id, draft, draft)
    expect(textToApprove(draft, kept.keptEdits.entries)).toEqual(draft)
    expect(kept.keptEdits.entries.size).toBe(0)
  })

  it("is also what was approved and is not any more, unless somebody has gone on writing", () => {
    const approved = new Map([[draft.id, mine]])
    keepWithdrawn([draft, { ...draft, id: "unedited" }], approved)
    expect([...kept.keptEdits.entries]).toEqual([[draft.id, mine]])
    keepEdit(draft.id, draft, { ...mine, body: "Newer" })
    keepWithdrawn([draft], approved)
    expect(kept.keptEdits.entries.get(draft.id)).toMatchObject({ body: "Newer" })
  })
})
