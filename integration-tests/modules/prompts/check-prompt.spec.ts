import { CUSTOMER_FACTS } from "../../../src/ports"
import { checkPrompt } from "../../../src/modules/playground/prompts/check-prompt"
import type { KnownNames } from "../../../src/modules/playground/prompts/known-names"
import { PromptSyntaxError } from "../../../src/modules/playground/prompts/prompt-errors"
import type { PromptProblem } from "../../../src/modules/playground/prompts/prompt-problem"
import { renderPrompt, scopeOf } from "./scope"
import { cpuMsOf, HANGING_MS } from "../../../testing/cpu-time"

const KNOWN: KnownNames = {
  attributes: [
    ["Plan Name"],
    ["city"],
    ["address"],
    ["address", "zip"],
    ["address", "lines"],
    ["email"],
    ["größe"],
  ],
  sender: [["phone"], ["name"]],
}
const ATTRIBUTES = {
  "Plan Name": "Pro",
  city: "Köln",
  address: { zip: "50667", lines: ["Am Hof"] },
  größe: "L",
}

function problemsOf(text: string, known = KNOWN, options = {}): readonly PromptProblem[] {
  try {
    checkPrompt(text, known, options)
  } catch (error) {
    if (error instanceof PromptSyntaxError) return error.problems
    throw error
  }
  return []
}

const written = (text: string) => renderPrompt(text, scopeOf({ attributes: ATTRIBUTES }))

describe("a placeholder", () => {
  it.each([
    ["{{ first_name }}", "Ada"],
    ["{{first_name}}", "Ada"],
    ["{{- first_name -}}", "Ada"],
    ["{{ city }}", "Köln"],
    ["{{ größe }}", "L"],
    ["{{ address.zip }}", "50667"],
    ["{{ attributes.city }}", "Köln"],
    ["{{ lead['Plan Name'] }}", "Pro"],
    ['{{ lead.attributes["Plan Name"] }}', "Pro"],
    ["{{ lead.attributes[‘Plan Name’] }}", "Pro"],
    ["{{ lead.address.lines[0] }}", "Am Hof"],
    ["{{ first_name | default: 'there' }}", "Ada"],
  ])("%s means what the lead has by that name", (text, value) => {
    expect(problemsOf(text)).toEqual([])
    expect(written(text)).toBe(value)
  })

  it.each(
    ["'there'", '"there"', "‘there’", "“there”", "„there“", "‚there‘", "«there»", "»there«"]
      .concat(["‹there›", "”there”", "’there’", '“there"', '"there”', "'there’", "「there」"])
      .map((quoted) => [`{{ lead.title | default: ${quoted} }}`])
  )("takes the quotes of any language for quotes: %s", (text) => {
    expect(problemsOf(text)).toEqual([])
    expect(renderPrompt(text, scopeOf({ title: null }))).toBe("there")
  })

  it.each([
    ["{{ lead.title | default: ‘it’s you’ }}", "it’s you"],
    ["{{ lead.title | default: “it's you” }}", "it's you"],
    ['{{ lead.title | default: “a \\ and "b"” }}', 'a \\ and "b"'],
    ['{{ lead.title | default: "say “hi” now" }}', "say “hi” now"],
    ["{{ lead.title | default: “x” | append: ‘, y’ }}", "x, y"],
  ])("keeps what stands between its quotes: %s", (text, value) => {
    expect(problemsOf(text)).toEqual([])
    expect(renderPrompt(text, scopeOf({ title: null }))).toBe(value)
  })

  it("leaves the quotes alone that stand outside of it", () => {
    const text = "„Hi“ {% raw %}{{ “x” }}{% endraw %} ‘{{ first_name }}’"
    expect(written(text)).toBe("„Hi“ {{ “x” }} ‘Ada’")
  })
})

describe("a name that nothing has", () => {
  it.each([
    ["{{firstName}}", "{{lead.first_name}}"],
    ["{{ FirstName }}", "{{ lead.first_name }}"],
    ["{{ FIRST_NAME }}", "{{ lead.first_name }}"],
    ["{{ fname }}", "{{ lead.first_name }}"],
    ["{{ vorname }}", "{{ lead.first_name }}"],
    ["{{ name }}", "{{ lead.first_name }}"],
    ["{{First Name}}", "{{lead.first_name}}"],
    ["{{ First Name | default: 'you' }}", "{{ lead.first_name | default: 'you' }}"],
    ["{{ contact.firstname }}", "{{ lead.first_name }}"],
    ["{{ contact.first_name }}", "{{ lead.first_name }}"],
    ["{{ person.company }}", "{{ lead.company }}"],
    ["{{ organization.name }}", "{{ lead.company }}"],
    ["{{ lead.frist_name }}", "{{ lead.first_name }}"],
    ["{{ lead..first_name }}", "{{ lead.first_name }}"],
    ["{{ first }}", "{{ lead.first_name }}"],
    ["{{ lead.firstname | default: 'there' }}", "{{ lead.first_name | default: 'there' }}"],
    ["{{ lead.e-mail }}", "{{ lead.email }}"],
    ["{{ job_title }}", "{{ lead.title }}"],
    ["{{ lead.Plan Name }}", "{{ lead.attributes['Plan Name'] }}"],
    ["{{ plan_name }}", "{{ lead.attributes['Plan Name'] }}"],
    ["{{ lead.City }}", "{{ lead.city }}"],
    ["{{ lead.attributes.cty }}", "{{ lead.city }}"],
    ["{{ lead.address.zipp }}", "{{ lead.address.zip }}"],
    ["{{ customer.order_count | default: 'x' }}", "{{ customer.orders_count | default: 'x' }}"],
    ["{{ sender.phnoe | default: 'x' }}", "{{ sender.phone | default: 'x' }}"],
    ["{{ campaign.nmae }}", "{{ campaign.name }}"],
    [
      "{{ lead.first_name | default: lead.compny }}",
      "{{ lead.first_name | default: lead.company }}",
    ],
    ["{{ first_name | default: first }}", "{{ first_name | default: lead.first_name }}"],
    ["{{ 'Hi ' | append: frist_name }}", "{{ 'Hi ' | append: lead.first_name }}"],
    ["{{ first_name | default: there }}", '{{ first_name | default: "there" }}'],
  ])("%s is refused, and %s suggested", (text, suggestion) => {
    expect(problemsOf(`Hi,\n ${text}`)).toEqual([
      expect.objectContaining({ code: "unknown_name", line: 2, column: 2, text, suggestion }),
    ])
    expect(problemsOf(suggestion)).toEqual([])
  })

  it.each([
    "{{ lead.hobby }}",
    "{{ lead.hobby | default: 'x' }}",
    "{{ lead }}",
    "{{ lead.attributes }}",
    "{{ sender.fax | default: 'x' }}",
    "{{ campaign.system_prompt }}",
    "{{ sender.custom_prompt }}",
    "{{ customer.last_order }}",
    "{{ customer.shoe_size }}",
    "{{ lead.first_name.zip }}",
    "{{ nobody.knows }}",
  ])("%s is refused, with names that exist where none is near", (text) => {
    const [problem] = problemsOf(text)
    expect(problem).toMatchObject({ code: "unknown_name", text })
    expect(problem?.message).toMatch(problem?.suggestion ? /Write \{\{/ : /There are lead\.email, /)
  })

  it("may be any attribute where the source does not say which there are", () => {
    expect(
      problemsOf("{{ lead.hobby }} {{ hobby.of.hers }}", { ...KNOWN, attributes: null })
    ).toEqual([])
    expect(problemsOf("{{ sender.fax }}", { ...KNOWN, attributes: null })).toHaveLength(1)
  })

  it("passes with a fallback in a prompt for campaigns of all kinds, and is refused without", () => {
    const check = (text: string) => problemsOf(text, KNOWN, { keepsFallbacks: true })
    expect(check("{{ lead.seats | default: 'some' }}")).toEqual([])
    expect(check("{{ lead.seats }}")).toHaveLength(1)
  })

  it("is told with all others at once, in the order of the text, each once", () => {
    const text =
      "{{ firstName }} {{ lead.company or 'you' }}\n{{ firstName }} {{ x | nope: 1 }} {% if y %}{% endif %} {{ city }}"
    expect(problemsOf(text).map(({ code, line, column }) => [code, line, column])).toEqual([
      ["unknown_name", 1, 1],
      ["operator", 1, 17],
      ["unknown_filter", 2, 17],
      ["unknown_tag", 2, 35],
    ])
    expect(() => checkPrompt(text, KNOWN)).toThrow(/first_name.*default: 'you'.*nope.*if/s)
  })

  it.each([
    ["thousands of them", Array.from({ length: 4_000 }, (_, n) => `{{x${n}}}`).join("")],
    ["a very long one", `{{ ${"x".repeat(31_000)} }}`],
  ])("costs no time when there are %s", async (_, text) => {
    const attributes = Array.from({ length: 1_000 }, (_, n) => [`attribute number ${n}`])
    const check = () => expect(problemsOf(text, { ...KNOWN, attributes }).length).toBeGreaterThan(0)
    expect(await cpuMsOf(check)).toBeLessThan(HANGING_MS)
  })
})

describe("what computes something in another language", () => {
  it.each([
    ["{{ lead.first_name or 'there' }}", "or", "{{ lead.first_name | default: 'there' }}"],
    ["{{ lead.first_name || 'there' }}", "||", "{{ lead.first_name | default: 'there' }}"],
    ["{{ lead.first_name ?? 'there' }}", "??", "{{ lead.first_name | default: 'there' }}"],
    ["{{ lead.first_name ?: 'there' }}", "?:", "{{ lead.first_name | default: 'there' }}"],
    ["{{ lead.first_name or “there” }}", "or", '{{ lead.first_name | default: "there" }}'],
    ["{{ lead.company or lead.city }}", "or", "{{ lead.company | default: lead.city }}"],
    ["{{ first_name, 'there' }}", ",", "{{ first_name | default: 'there' }}"],
    ["{{ first_name, fallback='there' }}", ",", "{{ first_name | default: 'there' }}"],
    ["{{ first_name ! 'there' }}", "!", "{{ first_name | default: 'there' }}"],
    ["{{ lead.first_name == 'Ann' }}", "==", "{{ lead.first_name | default: 'Ann' }}"],
    ["{{ lead.first_name contains 'A' }}", "contains", "{{ lead.first_name | default: 'A' }}"],
    [
      "{{ lead.first_name and lead.company }}",
      "and",
      "{{ lead.first_name | default: lead.company }}",
    ],
  ])("%s is refused, with the form of the fallback", (text, name, suggestion) => {
    const [problem, ...others] = problemsOf(text)
    expect(problem).toMatchObject({ code: "operator", text, name, suggestion })
    expect(problem?.message).toContain("| default: ")
    expect(others).toEqual([])
  })

  it.each([
    "{{ lead.a > 1 }}",
    "{{ lead.first_name ? 'x' : 'y' }}",
    "{{ lead.first_name if lead.first_name else 'there' }}",
    "{{ lead.first_name + ' ' + lead.last_name }}",
    "{{ lead.seats - 1 }}",
    "{{ lead.first_name = 'x' }}",
  ])("%s is refused", (text) => {
    expect(problemsOf(text)).toMatchObject([{ code: "operator", text }])
  })

  it.each([
    ["{{first_name|there}}", '{{ first_name | default: "there" }}'],
    ["{{ first_name | our friend }}", '{{ first_name | default: "our friend" }}'],
    ["{{ first_name | 'there' }}", "{{ first_name | default: 'there' }}"],
    ["{{ first_name | fallback: 'there' }}", "{{ first_name | default: 'there' }}"],
    ["{{ first_name | default('there') }}", "{{ first_name | default: 'there' }}"],
    ["{{ first_name | default 'there' }}", "{{ first_name | default: 'there' }}"],
    ["{{ first_name | defualt: 'there' }}", "{{ first_name | default: 'there' }}"],
    ["{{ first_name | upper }}", "{{ first_name | upcase }}"],
    ["{{ first_name | Capitalize }}", "{{ first_name | capitalize }}"],
    ["{{ first_name | trim }}", "{{ first_name | strip }}"],
    ["{{ first_name | truncat: 5 }}", "{{ first_name | truncate: 5 }}"],
  ])("%s is no filter, and %s is suggested", (text, suggestion) => {
    expect(problemsOf(text)).toMatchObject([{ text, suggestion }])
    expect(problemsOf(suggestion)).toEqual([])
  })

  it.each([
    "const a = {{ b: 1 }};",
    "{{}}",
    "{{ }}",
    "{{{ first_name }}}",
    "{{ #if first_name }}",
    "{{ upper(first_name) }}",
    "{{ (1..9) }}",
    "{{ 'a' 'b' }}",
    "{{ lead[ }}",
    "{{ lead[x] }}",
    "{{ $first_name }}",
    "{{ lead->name }}",
    "{{ first_name | }}",
  ])("%s is refused, and told how braces are written that are meant", (text) => {
    const [problem] = problemsOf(text)
    expect(problem?.message).toMatch(/raw|default/)
  })

  it.each([
    "{% if lead.title %}x{% endif %}",
    "{% unless x %}{% endunless %}",
    "{%- for x in y -%}{%- endfor -%}",
  ])("%s is refused once, and told what there is instead", (text) => {
    expect(problemsOf(`a\nb ${text}`)).toMatchObject([{ code: "unknown_tag", line: 2, column: 3 }])
    expect(problemsOf(text)[0]?.message).toContain("| default:")
  })

  it.each(['{"a":{"b":{}}}', "{ first_name }", "a } b }} c", "100 %} x", "{'x'}"])(
    "%s is plain text",
    (text) => {
      expect(problemsOf(text)).toEqual([])
      expect(written(text)).toBe(text)
    }
  )
})

it.each(CUSTOMER_FACTS)("{{ customer.%s }} is a name that exists, whoever the lead is", (fact) => {
  expect(problemsOf(`{{ customer.${fact} | default: 'x' }}`)).toEqual([])
  expect(written(`{{ customer.${fact} | default: 'x' }}`)).toBe("x")
})
