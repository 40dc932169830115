import { countTokens } from "../../../src/modules/playground/generation/count-tokens"
import { flagDraft } from "../../../src/modules/playground/generation/flags/flag-draft"
import { indexLeadNames } from "../../../src/modules/playground/generation/flags/lead-names"
import type { Draft, DraftRequest, LeadSnapshot } from "../../../src/ports"
import { cpuMsOf } from "../../../testing/cpu-time"

/** As long as a body may be, and each the worst that a search for something can meet. */
const TEXTS: Record<string, string> = {
  "one word with an address behind it": `${"x".repeat(49_990)} a@b.de`,
  "one word of emoji with an address behind it": `${"😀".repeat(24_990)} a@b.de`,
  "dashes between single letters, and an at": `${"a-".repeat(24_999)}@`,
  "dots between single letters, and an at": `${"a.".repeat(24_999)}@`,
  "punctuation at the end of a link": `https://a.de/${"!".repeat(49_980)}a`,
  "schemes that lead nowhere": "ab:// ".repeat(8_300),
  "slashes without a scheme ahead of a link": `${"://".repeat(16_650)} ab://c`,
  "empty lines": `${"\n".repeat(49_990)}will`,
  "spaces before a name": `hello${" ".repeat(49_990)}will`,
  "the name of another lead ten thousand times": "will ".repeat(10_000),
  "half a placeholder, again and again": "{{ [name <first %A_".repeat(2_600),
  "seams of merge tags that nothing closes": "%%a*|a<<a«a##a@@a~a.a__A$a_{a[a_a{!a".repeat(1_200),
  "choices without an end": "{a|".repeat(16_600),
  "choices with ends alone": "|a}".repeat(16_600),
  "braces alone": "{".repeat(25_000) + "}".repeat(24_000),
  "tags that nothing closes": "<p a<a <b x&euml".repeat(3_100),
  "marks that nothing closes": "*a _a `a [a]( ~~a **a __a".repeat(2_000),
  "lines of marks": "# \n| \n- [\n***\n".repeat(3_500),
  backslashes: "\\".repeat(49_990),
  "misread letters": "aÃ".repeat(24_990),
  "question marks between letters": "a?a".repeat(16_600),
  "an offer without a full stop": "let me know if you would like me to change the tone ".repeat(
    960
  ),
  "an order in each line": "Write a short\n".repeat(3_500),
  "a refusal in each line": "i cannot write\n".repeat(3_300),
  "one letter and a full stop": "a.".repeat(24_990),
  "commas and colons": ", : ; ".repeat(8_300),
}

/** Ten times what the slowest takes; without its bounds each search here took 5 to 40 times as long. */
const WITHIN_CPU_MS = 1_000

const LEAD: LeadSnapshot = {
  id: "ada",
  email: "ada@example.com",
  first_name: "Ada",
  last_name: null,
  company: null,
  title: null,
  attributes: { language: "de" },
}
const NAMES = indexLeadNames([LEAD, { ...LEAD, id: "will", first_name: "Will" }], [])

const requestOf = (lead: LeadSnapshot, prompt: string): DraftRequest => ({
  prompt,
  lead,
  instruction: { text: prompt, facts: [] },
  campaign: { id: "c", name: "Holiday", description: null, system_prompt: null },
  step: { step_index: 1, delay_days: 0, channel: "email", variant_label: "A" },
  sender: null,
})

const flag = (draft: Draft, request: DraftRequest, instruction: string | null = null) =>
  flagDraft({ draft, request, names: NAMES, instruction: () => instruction }, (_, error) => {
    throw error
  })

/** The encoding and the language detector are loaded with their first use, which would count as theirs. */
async function loadWhatIsLoadedOnce() {
  await countTokens([{ role: "user", content: "The encoding is loaded." }])
  const draft = { subject: "S", body: "Die Spracherkennung wird mit dem ersten Entwurf geladen." }
  const request = requestOf(LEAD, "Hello")
  await flag(draft, request)
}

describe.each(Object.entries(TEXTS))("a text of %s holds nobody up", (_, text) => {
  beforeAll(loadWhatIsLoadedOnce)

  it("as a draft that is checked", async () => {
    const request = requestOf(LEAD, text)
    const check = () => flag({ subject: "S", body: text }, request, text)
    expect(await cpuMsOf(check)).toBeLessThan(WITHIN_CPU_MS)
  })

  it("as a lead's name", async () => {
    const request = requestOf({ ...LEAD, first_name: text }, "Hello")
    const check = () => flag({ subject: "S", body: "B" }, request)
    expect(await cpuMsOf(check)).toBeLessThan(WITHIN_CPU_MS)
  })

  it("as a prompt whose tokens are counted", async () => {
    const count = () => countTokens([{ role: "user", content: text }])
    expect(await cpuMsOf(count)).toBeLessThan(WITHIN_CPU_MS)
  })
})

describe("the count of tokens", () => {
  it("is the encoding's own for a long text of words", async () => {
    const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base")
    const text = "We ship small wholesale orders within two days, and samples for free.\n".repeat(
      60
    )
    expect(await countTokens([{ role: "user", content: text }])).toBe(count(text) + 7)
  })
})
