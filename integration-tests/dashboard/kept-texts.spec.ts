import { KeptTexts, type TextStore } from "../../src/admin/lib/common/kept-texts"

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
