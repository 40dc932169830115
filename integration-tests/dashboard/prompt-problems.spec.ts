import {
  repair,
  spanOf,
  withFallback,
  type PromptProblem,
} from "../../src/admin/lib/playground/prompt-problems"

const problem = (part: Partial<PromptProblem>): PromptProblem => ({
  code: "unknown_name",
  line: 1,
  column: 1,
  text: "{{firstName}}",
  name: "firstName",
  suggestion: "{{ lead.first_name }}",
  ...part,
})

describe("what keeps a prompt from running", () => {
  const prompt = "Hi 😀 {{firstName}},\nand {{firstName}}."

  it("is found where the server says, and repaired there alone", () => {
    expect(spanOf(prompt, problem({ column: 7 }))).toEqual({ start: 6, end: 19 })
    expect(repair(prompt, problem({ line: 2, column: 5 }))).toBe(
      "Hi 😀 {{firstName}},\nand {{ lead.first_name }}."
    )
  })

  it("leaves a prompt alone that was changed since, or that nothing better is known for", () => {
    expect(spanOf("changed", problem({}))).toBeNull()
    expect(spanOf("one line", problem({ line: 4 }))).toBeNull()
    expect(repair("changed", problem({}))).toBe("changed")
    expect(repair(prompt, problem({ column: 7, suggestion: null }))).toBe(prompt)
  })

  it("gets a fallback at each place of the variable, and at no other's", () => {
    expect(
      withFallback(
        "{{lead.title}} {{ lead.title }} {{ lead.title | upcase }} {{ lead.company }}",
        "lead.title",
        'the "team"'
      )
    ).toBe(
      `{{ lead.title | default: "the ”team”" }} {{ lead.title | default: "the ”team”" }} {{ lead.title | upcase }} {{ lead.company }}`
    )
  })
})
