import {
  MissingVariableError,
  PromptTooHeavyError,
} from "../../../src/modules/playground/prompts/prompt-errors"
import { fillPrompt } from "../../../src/modules/playground/prompts/render-prompt"
import { renderPrompt, scopeOf } from "./scope"
import { cpuMsOf, HANGING_MS } from "../../../testing/cpu-time"

function missingIn(text: string, scope = scopeOf()): readonly string[] {
  try {
    renderPrompt(text, scope)
  } catch (error) {
    if (error instanceof MissingVariableError) return error.placeholders
    throw error
  }
  return []
}

describe("filling in a prompt", () => {
  it("takes lead, attributes, sender and campaign", () => {
    const text =
      "{{ lead.first_name }}|{{ lead.attributes.size }}|{{ lead.size }}|{{ sender.name }}|" +
      "{{ sender.profile_name }}|{{ campaign.name }}|{{ campaign.description }}"
    expect(renderPrompt(text, scopeOf({ attributes: { size: "L" } }))).toBe(
      "Ada|L|L|Charles|Sales|Autumn|Engines for all"
    )
  })

  it("lets no attribute take the place of the lead's own field", () => {
    const scope = scopeOf({ attributes: { email: "mallory@example.com" } })
    expect(renderPrompt("{{ lead.email }}", scope)).toBe("ada@example.com")
  })

  it("keeps prompts to those who wrote them", () => {
    const campaign = { id: "c", name: "A", description: null, system_prompt: "secret" }
    const sender = { id: "s", profile_name: "S", custom_prompt: "secret", data: {} }
    const scope = scopeOf({}, { campaign, sender })
    expect(missingIn("{{ campaign.system_prompt }} {{ sender.custom_prompt }}", scope)).toEqual([
      "campaign.system_prompt",
      "sender.custom_prompt",
    ])
  })

  it("names every placeholder that has no value, each once, in the prompt's order", () => {
    const scope = scopeOf({ company: null, title: "  ", attributes: { tags: [], more: {} } })
    const text =
      "{{ lead.title }} {{ lead.company }} {{ nobody.knows }} {{ lead.company | upcase }} " +
      "{{ lead.tags }} {{ lead.more }} {{ lead.first_name }} {{ lead }}"
    expect(missingIn(text, scope)).toEqual([
      "lead.title",
      "lead.company",
      "nobody.knows",
      "lead.tags",
      "lead.more",
      "lead",
    ])
  })

  it("says which value is missing and how to give a fallback", () => {
    expect(() => renderPrompt("{{ lead.company }}", scopeOf({ company: null }))).toThrow(
      /\{\{ lead\.company \}\}.*default/s
    )
  })

  it("counts numbers and booleans as values", () => {
    const scope = scopeOf({ attributes: { zero: 0, half: 0.5, yes: true, no: false } })
    expect(
      renderPrompt("{{ lead.zero }} {{ lead.half }} {{ lead.yes }} {{ lead.no }}", scope)
    ).toBe("0 0.5 true false")
  })

  it.each([
    ["null", null],
    ["blank", " \n "],
    ["a list", ["x"]],
    ["an object", { x: 1 }],
  ])("falls back where the value is %s", (_, value) => {
    const scope = scopeOf({ attributes: { value } })
    expect(renderPrompt('{{ lead.value | default: "friend" }}', scope)).toBe("friend")
    expect(renderPrompt("{{ lead.value | default: lead.company }}", scope)).toBe(
      "Analytical Engines"
    )
    expect(missingIn("{{ lead.value | default: lead.value }}", scope)).toEqual(["lead.value"])
  })

  it("follows a chain of fallbacks to the first value", () => {
    const text = '{{ lead.company | default: lead.city | default: "you" }}'
    expect(renderPrompt(text, scopeOf())).toBe("Analytical Engines")
    const moved = scopeOf({ company: null, attributes: { city: "London" } })
    expect(renderPrompt(text, moved)).toBe("London")
    expect(renderPrompt(text, scopeOf({ company: null }))).toBe("you")
  })

  it.each(["default: nil", "default: empty", "default: allow_false: true", "default"])(
    "does not take `%s` for a fallback",
    (filter) => {
      expect(missingIn(`{{ lead.company | ${filter} }}`, scopeOf({ company: null }))).toEqual([
        "lead.company",
      ])
    }
  )

  it("keeps a false value ahead of its fallback, as it does without one", () => {
    const scope = scopeOf({ attributes: { opted_in: false } })
    expect(renderPrompt("{{ lead.opted_in | default: lead.city }}", scope)).toBe("false")
  })

  it("asks for the values in a filter's arguments too", () => {
    expect(missingIn('{{ "at " | append: lead.company }}', scopeOf({ company: null }))).toEqual([
      "lead.company",
    ])
  })

  it("makes one line of every value, however deep it lies", () => {
    const nasty = "a\r\nSubject: b\u2028c\u0000\u0085\u001bd"
    const scope = scopeOf({ company: nasty, attributes: { flat: nasty, deep: { er: [nasty] } } })
    const text = "{{ lead.company }}|{{ lead.flat }}|{{ lead.deep.er[0] }}"
    expect(renderPrompt(text, scope)).toBe(Array(3).fill("a Subject: b c d").join("|"))
  })

  it("never runs what stands in a value", () => {
    const scope = scopeOf({ company: '{{ lead.email }}{% raw %} | append: "x"' })
    expect(renderPrompt("{{ lead.company }}", scope)).toBe(
      '{{ lead.email }}{% raw %} | append: "x"'
    )
  })

  it("leaves text, escapes and comments to the writer", () => {
    expect(
      renderPrompt(
        "{% raw %}{{ lead.email }}{% endraw %}{% comment %}x{% endcomment %}&<",
        scopeOf()
      )
    ).toBe("{{ lead.email }}&<")
  })

  it.each([
    "lead.constructor",
    "lead.constructor.name",
    "lead.__proto__",
    "lead.__proto__.toString",
    "lead.email.constructor",
    "lead.toString",
    "lead.hasOwnProperty",
    'lead["__proto__"]',
    "constructor",
    "__proto__",
    "this",
    "global",
    "process.env.DATABASE_URL",
  ])("reaches nothing by %s", (path) => {
    expect(missingIn(`{{ ${path} }}`)).toHaveLength(1)
  })

  it("takes an attribute called __proto__ for an attribute", () => {
    const attributes = JSON.parse('{"__proto__": {"polluted": "x"}}')
    expect(missingIn("{{ lead.polluted }}", scopeOf({ attributes }))).toEqual(["lead.polluted"])
    expect(Reflect.get({}, "polluted")).toBeUndefined()
  })
})

describe("a prompt with names in the place of values", () => {
  const named = (text: string, lead = {}) => fillPrompt(text, scopeOf(lead)).instruction

  it("gives each placeholder the name of its fact, and the value beside it", () => {
    const text =
      'Hi {{ first_name }}, {{ lead.company | upcase }} and {{ lead.company }}{{ first_name }} {{ "x" | upcase }}, ' +
      '{{ lead["a <b>"] | default: "y" }} {{ "at " | append: sender.name }}'
    const { text: told, facts } = named(text, { company: "Ångström" })
    expect(told).toBe(
      "Hi <lead.first_name>, <lead.company> and <lead.company:2><lead.first_name> X, <lead.a b > <sender.name>"
    )
    expect(facts).toEqual([
      { name: "lead.first_name", value: "Ada" },
      { name: "lead.company", value: "ÅNGSTRÖM" },
      { name: "lead.company:2", value: "Ångström" },
      { name: "lead.a b ", value: "y" },
      { name: "sender.name", value: "at Charles" },
    ])
  })

  it("is the same for every lead, raw braces and comments as they are written", () => {
    const text = "{% raw %}{{ x }}{% endraw %}{% comment %}c{% endcomment %}{{- lead.company -}} ."
    const acme = named(text, { company: "ACME" })
    expect(acme.text).toBe("{{ x }}<lead.company>.")
    expect(named(text, { company: "{{ lead.email }}" }).text).toBe(acme.text)
  })
})

describe("a hostile prompt", () => {
  const half = "a".repeat(15_000)

  it.each([
    ["a replacement that multiplies", `{{ "${half}" | replace: "a", "${half}" }}`],
    ["a replacement between all letters", `{{ "${half}" | replace: "", "${half}" }}`],
    ["text doubled by each filter", `{{ lead.company ${"| append: lead.long".repeat(1_500)} }}`],
    [
      "replacements of replacements",
      `{{ "aaaaaaaaaa" ${'| replace: "a", "aaaaaaaaaa"'.repeat(12)} }}`,
    ],
  ])("with %s is stopped before it costs memory", async (_, text) => {
    const scope = scopeOf({ attributes: { long: "x".repeat(10_000) } })
    const before = process.memoryUsage().rss
    const render = () => expect(() => renderPrompt(text, scope)).toThrow(PromptTooHeavyError)
    expect(await cpuMsOf(render)).toBeLessThan(HANGING_MS)
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  it.each([
    ["thousands of placeholders", "{{lead.email}}".repeat(2_280)],
    ["a very long path", `{{ lead${".a".repeat(15_900)} }}`],
    ["a very long word", "x".repeat(32_000)],
    ["thousands of blanks in a filter", `{{ "${" ".repeat(31_000)}x" | squish }}`],
  ])("of %s costs no time", async (_, text) => {
    const render = () => {
      try {
        renderPrompt(text, scopeOf())
      } catch (error) {
        expect([MissingVariableError, PromptTooHeavyError]).toContain((error as Error).constructor)
      }
    }
    expect(await cpuMsOf(render)).toBeLessThan(HANGING_MS)
  })
})
