import fc from "fast-check"
import { isSwapped, nextPair, toBatchChoice } from "../../../src/modules/playground/verdict/blind"

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 50 })
const person = fc.string({ minLength: 1, maxLength: 40 })

/** Six standard deviations of a fair coin: one run in a thousand million leaves them. */
const isFair = (heads: number, n: number) => Math.abs(heads - n / 2) < 3 * Math.sqrt(n)

const pairIds = Array.from(
  { length: 4_000 },
  (_, i) => `${String(i).padStart(8, "0")}-0000-4000-8000-000000000000`
)

describe("a blind comparison", () => {
  it("shows a pair's sides to a person always in the same way", () => {
    fc.assert(
      fc.property(fc.uuid(), person, (id, who) => isSwapped(id, who) === isSwapped(id, who))
    )
  })

  it("puts either batch on the left as often, for each person, and for two people not alike", () => {
    for (const who of ["user_1", "user_2", ""]) {
      expect(isFair(pairIds.filter((id) => isSwapped(id, who)).length, pairIds.length)).toBe(true)
    }
    const alike = pairIds.filter((id) => isSwapped(id, "user_1") === isSwapped(id, "user_2"))
    expect(isFair(alike.length, pairIds.length)).toBe(true)
  })

  it("reads a choice of sides as the batch that stood there", () => {
    fc.assert(
      fc.property(fc.uuid(), person, (id, who) => {
        const [left, right] = isSwapped(id, who) ? ["second", "first"] : ["first", "second"]
        return (
          toBatchChoice("left", id, who) === left &&
          toBatchChoice("right", id, who) === right &&
          toBatchChoice("equal", id, who) === "equal"
        )
      })
    )
  })

  it("goes through every pair once, in an order that does not depend on how they are listed", () => {
    fc.assert(
      fc.property(ids, person, (list, who) => {
        const seen: string[] = []
        let open = list
        for (let id = nextPair(open, who); id !== null; id = nextPair(open, who)) {
          seen.push(id)
          if (nextPair([...open].reverse(), who) !== id) return false
          const shown = id
          open = open.filter((one) => one !== shown)
        }
        return seen.length === list.length && new Set(seen).size === list.length
      })
    )
  })

  it("begins with any pair as often as with another, over many people", () => {
    const two = pairIds.slice(0, 2)
    const people = Array.from({ length: 2_000 }, (_, i) => `user_${i}`)
    const first = people.filter((who) => nextPair(two, who) === two[0])
    expect(isFair(first.length, people.length)).toBe(true)
  })

  it("has nothing to show where nothing is left", () => {
    expect(nextPair([], "user_1")).toBeNull()
  })
})
