import { assertPromptRuns } from "../../../src/modules/playground/prompts/assert-prompt-runs"
import { parsePrompt } from "../../../src/modules/playground/prompts/parse-prompt"
import { PROMPT_FILTERS } from "../../../src/modules/playground/prompts/prompt-engine"
import { PromptSyntaxError } from "../../../src/modules/playground/prompts/prompt-errors"
import type { PromptProblem } from "../../../src/modules/playground/prompts/prompt-problem"
import { cpuMsOf, HANGING_MS } from "../../../testing/cpu-time"

function refusalOf(text: string): PromptProblem {
  try {
    parsePrompt(text)
  } catch (error) {
    const [problem] = error instanceof PromptSyntaxError ? error.problems : []
    if (problem) return problem
    throw error
  }
  throw new Error(`parsed: ${text.slice(0, 80)}`)
}

describe("a prompt's template", () => {
  it.each([
    "{% if lead.company %}x{% endif %}",
    "{% for x in (1..9) %}x{% endfor %}",
    "{% assign x = 1 %}",
    "{% capture x %}y{% endcapture %}",
    "{% include 'a' %}",
    "{% render '/etc/passwd' %}",
    "{% layout 'a' %}",
    "{% liquid echo 1 %}",
    "{% tablerow x in y %}{% endtablerow %}",
    "{% increment x %}",
    "{% cycle 'a', 'b' %}",
    "{% # inline %}",
  ])("may not hold %s, and is told where", (tag) => {
    expect(refusalOf(`Hello\n  ${tag}`)).toMatchObject({ line: 2, column: 3 })
  })

  it.each([
    "map: 'x'",
    "sort",
    "json",
    "inspect",
    "split: ''",
    "escape",
    "date: '%Y'",
    "where: 'a'",
  ])("may not use the filter %s, and is told where", (filter) => {
    const refused = refusalOf(`Hello\n\n{{ lead.company | ${filter} }}`)
    expect(refused.line).toBe(3)
    expect(refused.message).toContain(filter.split(":")[0])
  })

  it("offers the filters that a mail needs, and none besides", () => {
    for (const filter of PROMPT_FILTERS) {
      expect(() => parsePrompt(`{{ lead.company | ${filter}: "a", "b" }}`)).not.toThrow()
    }
    expect(PROMPT_FILTERS).toHaveLength(12)
  })

  it.each([
    ["an open output tag", "one\ntwo {{ lead.company", 2, 5],
    ["an open tag", "one\n{% raw", 2, 1],
    ["an open block", "one\n{% raw %} x", 2, 10],
    ["nothing in the braces but a filter", "{{ | upcase }}", 1, 1],
  ])("with %s is refused with line and column", (_, text, line, column) => {
    const refused = refusalOf(text)
    expect({ line: refused.line, column: refused.column }).toEqual({ line, column })
    expect(refused.message).not.toMatch(/line:|file:/)
  })

  it("may be 32,000 characters of four bytes each", () => {
    expect(() => parsePrompt("😀".repeat(32_000))).not.toThrow()
  })

  it.each([
    ["deeply nested brackets", "{{ lead" + "[lead".repeat(6_000) + "]".repeat(6_000) + " }}"],
    ["thousands of placeholders", "{{a}}".repeat(6_400)],
    ["thousands of open braces", "{{".repeat(16_000)],
    ["thousands of open tags", "{%".repeat(16_000)],
    ["thousands of filters", `{{ a ${"|upcase".repeat(4_500)} }}`],
    ["thousands of open raw blocks", "{%raw%}".repeat(4_500)],
    ["a filter with thousands of arguments", `{{ a | append: ${"b,".repeat(15_900)} b }}`],
    ["a quoted text that never ends", `{{ "${"\\\\".repeat(15_000)}`],
  ])("of %s is parsed or refused in no time", async (_, text) => {
    const parse = () => {
      try {
        parsePrompt(text)
      } catch (error) {
        expect(error).toBeInstanceOf(PromptSyntaxError)
      }
    }
    expect(await cpuMsOf(parse)).toBeLessThan(HANGING_MS)
  })

  it.each([
    ["request", "Field 'custom_prompt'"],
    ["campaign", "The campaign's system_prompt"],
    ["sender", "The sender profile's custom_prompt"],
    ["default", "The default prompt"],
  ] as const)("of the %s is named when it is wrong", (source, name) => {
    const known = { attributes: null, sender: null }
    expect(() => assertPromptRuns({ text: "{{ x | nope: 1 }}", source }, known)).toThrow(
      new RegExp(`^${name} is no valid template: line 1, column 1: .*nope`)
    )
  })
})
