import { parse } from "csv-parse/sync"
import { toFiguresCsv } from "../../src/admin/lib/playground/figures-csv"
import { toPairsCsv } from "../../src/admin/lib/playground/pairs-csv"
import { shareOf } from "../../src/admin/lib/playground/share"
import type { JudgedPair } from "../../src/admin/lib/playground/verdict-types"

const BOM = "\ufeff"
const rowsOf = (csv: string) => {
  expect(csv.startsWith(BOM)).toBe(true)
  return parse(csv, { bom: true })
}

describe("the figures of a comparison that a person downloads", () => {
  const figures = (verdict = "A is better") =>
    toFiguresCsv({
      measures: [
        { name: "preferred", shares: [shareOf(15, 20), shareOf(5, 20)] },
        { name: "good", shares: [shareOf(0, 0), shareOf(1, 3)] },
      ],
      letters: ["A", "B"],
      titleOf: (column) => column.toUpperCase(),
      nameOf: (measure) => `the ${measure}`,
      verdict,
    })

  it("are a row for each batch, with shares in percent, none where nothing was counted, and the verdict last", () => {
    expect(rowsOf(figures())).toEqual([
      ["FIGURE", "BATCH", "HITS", "OF", "PERCENT", "LOW", "HIGH"],
      ["the preferred", "A", "15", "20", "75.0", "53.1", "88.8"],
      ["the preferred", "B", "5", "20", "25.0", "11.2", "46.9"],
      ["the good", "A", "0", "0", "", "0.0", "100.0"],
      ["the good", "B", "1", "3", "33.3", "6.1", "79.2"],
      ["A is better", "", "", "", "", "", ""],
    ])
  })

  it.each(["=", "+", "-", "@"])("hold no figure that a spreadsheet runs: %s", (sign) => {
    const said = `${sign}A, "better"`
    expect(rowsOf(figures(said)).at(-1)).toEqual([`'${said}`, "", "", "", "", "", ""])
  })
})

describe("the pairs of a comparison that a person downloads", () => {
  const call = { shown_first: "first", choice: "first", reason: "It is short." } as const
  const pair = (changes: Partial<JudgedPair>): JudgedPair => ({
    pair_id: "p",
    campaign_lead_id: "l",
    outcome: null,
    choices: { first: 0, second: 0, equal: 0 },
    judge: null,
    drafts: [
      { id: "1", subject: "Hello", body: "One" },
      { id: "2", subject: "Hi", body: "Two\nlines" },
    ],
    ...changes,
  })
  const rows = (pairs: JudgedPair[], name = "Ann") =>
    rowsOf(
      toPairsCsv({
        pairs,
        leads: new Map([["l", { email: "ann@example.com", first_name: name, last_name: null }]]),
        unknownLead: "a deleted lead",
        titleOf: (column) => column,
        outcomeOf: (outcome) => `is ${outcome}`,
      })
    ).slice(1)

  it("are told with their leads, those that are gone too, and both drafts as they are", () => {
    const chosen = pair({ outcome: "first", choices: { first: 2, second: 1, equal: 0 } })
    const judged = pair({
      campaign_lead_id: "gone",
      judge: { outcome: "tie", calls: [call, call] },
    })
    expect(rows([chosen, judged])).toEqual([
      "Ann,ann@example.com,is first,2,1,0,is none,Hello,One,Hi,Two\nlines".split(","),
      "a deleted lead,,is none,0,0,0,is tie,Hello,One,Hi,Two\nlines".split(","),
    ])
  })

  it.each(["=", "+", "-", "@"])("hold no pair that a spreadsheet runs: %s", (sign) => {
    const text = `${sign}HYPERLINK("https://example.com","x")`
    const { drafts } = pair({})
    const [row] = rows(
      [
        pair({
          drafts: [
            { ...drafts[0], subject: text },
            { ...drafts[1], body: text },
          ],
        }),
      ],
      text
    )
    expect([row?.[0], row?.[7], row?.[10]]).toEqual([`'${text}`, `'${text}`, `'${text}`])
  })
})
