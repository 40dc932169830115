import { readFileSync } from "node:fs"
import path from "node:path"
import Ajv2020 from "ajv/dist/2020"
import { ReplaceChecks } from "../../../src/api/api/v1/campaigns/[campaign_id]/checks/validators"

const FILE = path.resolve(__dirname, "../../../checks.schema.json")
const schema = JSON.parse(readFileSync(FILE, "utf8")) as object
const isValid = new Ajv2020({ strict: false }).compile(schema)

/** One good check of each type, with everything that it may carry. */
const GOOD = [
  { type: "words", name: "Short", part: "body", min: 20, max: 90 },
  { type: "characters", part: "subject", max: 60 },
  { type: "contains", part: "mail", text: "Harbour" },
  { type: "not_contains", part: "body", text: "cheap" },
  { type: "matches", part: "body", pattern: "(?i)on (mon|tues)day" },
  { type: "not_matches", part: "mail", pattern: "!{2,}" },
  { type: "language", language: "de" },
  { type: "reading_level", max: 45.5 },
  { type: "links", max: 1, hosts: ["kornhaus.example"] },
  { type: "names_company" },
  { type: "one_question", name: "One question" },
  { type: "avoid", phrases: ["synergy"] },
  { type: "unlike_others", words: 5 },
]

/** What a schema without code can see. */
const BAD = [
  { type: "sentiment" },
  { part: "body", max: 9 },
  { type: "words", part: "mail", max: 9 },
  { type: "words", part: "body", max: 1.5 },
  { type: "words", part: "body", max: -1 },
  { type: "words", part: "body", max: 9, note: "unknown" },
  { type: "contains", part: "body", text: "" },
  { type: "contains", part: "body" },
  { type: "matches", part: "body", pattern: "a".repeat(501) },
  { type: "language", language: "German" },
  { type: "reading_level", max: 201 },
  { type: "links", max: 1, hosts: [""] },
  { type: "names_company", name: "" },
  { type: "avoid", phrases: [] },
  { type: "unlike_others", words: 1 },
]

describe("checks.schema.json", () => {
  it.each(GOOD)("takes %j, as the server does", (check) => {
    const file = { $schema: "./checks.schema.json", checks: [check] }
    expect([isValid(file), ReplaceChecks.safeParse(file).success]).toEqual([true, true])
  })

  it.each(BAD)("refuses %j, as the server does", (check) => {
    const file = { checks: [check] }
    expect([isValid(file), ReplaceChecks.safeParse(file).success]).toEqual([false, false])
  })

  it("refuses a list of more than fifty, and what is no list, as the server does", () => {
    const [one] = GOOD
    for (const file of [{ checks: Array(51).fill(one) }, { checks: one }, {}, [one]]) {
      expect([isValid(file), ReplaceChecks.safeParse(file).success]).toEqual([false, false])
    }
  })
})
