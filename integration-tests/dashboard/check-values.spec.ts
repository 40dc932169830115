import {
  NEW_CHECK,
  readCheckFile,
  toCheck,
  toCheckValues,
} from "../../src/admin/lib/playground/check-values"
import { CheckSchema, type Check } from "../../src/modules/playground/checks/check-schema"

/** One of each kind, with and without what may be left out. */
const CHECKS: Check[] = [
  { type: "words", part: "body", max: 120 },
  { type: "words", part: "subject", min: 2, max: 9, name: "A short subject" },
  { type: "characters", part: "subject", min: 1 },
  { type: "contains", part: "mail", text: "sample box" },
  { type: "not_contains", part: "subject", text: "free" },
  { type: "matches", part: "body", pattern: "\\d+ days" },
  { type: "not_matches", part: "mail", pattern: " !" },
  { type: "language", language: "de" },
  { type: "reading_level", max: 40 },
  { type: "links", max: 0 },
  { type: "links", max: 2, hosts: ["example.com", "example.org"] },
  { type: "names_company" },
  { type: "one_question" },
  { type: "avoid", phrases: ["just checking in", "synergy"] },
  { type: "unlike_others", words: 6 },
]

describe("the form of a check", () => {
  it.each(CHECKS)("gives back what it was given: %j", (check) => {
    const made = toCheck(toCheckValues(check))
    expect(made).toEqual(check)
    expect(CheckSchema.parse(made)).toEqual(check)
  })

  it.each([
    { type: "words" },
    { type: "words", min: "9", max: "2" },
    { type: "characters", min: "a few" },
    { type: "contains", text: "  " },
    { type: "reading_level" },
    { type: "links", lines: "example.com" },
    { type: "avoid", lines: "\n \n" },
    { type: "unlike_others", words: "" },
  ] as const)("gives none while something is missing: %j", (values) => {
    expect(toCheck({ ...NEW_CHECK, ...values })).toBeNull()
  })

  it("reads the list of a file as the API takes it, or alone, and nothing else", () => {
    const checks = [{ type: "one_question" }]
    expect(readCheckFile(JSON.stringify({ checks }))).toEqual(checks)
    expect(readCheckFile(JSON.stringify(checks))).toEqual(checks)
    for (const text of ["", "{}", "null", "not json", '{"checks":1}']) {
      expect(readCheckFile(text)).toBeNull()
    }
  })
})
