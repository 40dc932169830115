import { editedShare } from "../../../src/modules/playground/review/edited-share"
import { cpuMsOf, HANGING_MS } from "../../../testing/cpu-time"

const body = "Hello Ann,\n\nthe cards are in. Shall I keep forty of them for you?\n\nMira"
const draft = { subject: "Cards", body }
const length = "Cards\n".length + body.length

describe("how much of a draft was edited", () => {
  it.each([
    ["nothing", draft, 0],
    ["a character more", { ...draft, body: `${body}!` }, 1 / (length + 1)],
    ["the subject", { ...draft, subject: "Cards!" }, 1 / (length + 1)],
    ["a word less in the middle", { ...draft, body: body.replace("keep ", "") }, 5 / length],
    ["a letter twice", { ...draft, body: body.replace("forty", "fortty") }, 1 / (length + 1)],
    ["everything", { subject: "", body: "" }, (length - 1) / length],
  ])("of %s is this share", (_what, approved, share) => {
    expect(editedShare(draft, approved)).toBeCloseTo(share, 12)
    expect(editedShare(approved, draft)).toBeCloseTo(share, 12)
  })

  it("is the edit distance that the textbooks give", () => {
    // kitten, sitting: 3. Gusfield (1997), Algorithms on Strings, 11.2: vintner, writers: 5.
    for (const [one, other, distance] of [
      ["kitten", "sitting", 3],
      ["vintner", "writers", 5],
    ] as const) {
      const longer = Math.max(one.length, other.length) + 1
      const share = editedShare({ subject: "", body: one }, { subject: "", body: other })
      expect(share).toBeCloseTo(distance / longer, 12)
    }
  })

  it("takes no time to speak of for the longest texts, whatever was changed in them", async () => {
    const long = { subject: "Cards", body: "abcde ".repeat(8_000) }
    const other = { subject: "Cards", body: "vwxyz ".repeat(8_000) }
    const compare = () => {
      expect(editedShare(long, other)).toBeGreaterThan(0.9)
      expect(editedShare(long, { ...long, body: `${long.body}And one more.` })).toBeLessThan(0.01)
    }
    expect(await cpuMsOf(compare)).toBeLessThan(HANGING_MS)
  })
})
