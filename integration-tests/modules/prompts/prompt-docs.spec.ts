import { readFileSync } from "node:fs"
import path from "node:path"
import { PROMPT_FILTERS } from "../../../src/modules/playground/prompts/prompt-engine"
import { renderPrompt, scopeOf } from "./scope"

const page = readFileSync(path.join(__dirname, "../../../docs/prompts.md"), "utf8")

/** Rows of the table of filters: the filter as written, and what it makes; remarks in brackets cut. */
const filterRows = page
  .split("\n")
  .map((line) => /^\| `(\w+)(:[^`]*)?` +\|([^|]+)\|$/.exec(line) ?? [])
  .map(([, name = "", argument = "", cell = ""]) => ({
    name,
    filter: name + argument,
    result: cell.replace(/\(.*\)/, "").trim(),
  }))
  .filter(({ name }) => name !== "")

describe("docs/prompts.md", () => {
  it("lists every filter that a prompt may use, and no other", () => {
    expect(filterRows.map(({ name }) => name)).toEqual([...PROMPT_FILTERS])
  })

  it.each(filterRows)("is right about $filter", ({ filter, result }) => {
    expect(renderPrompt(`{{ lead.company | ${filter} }}`, scopeOf())).toBe(result)
  })
})
