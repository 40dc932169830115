import { readFileSync } from "node:fs"
import path from "node:path"
import { toDraftRequest } from "../../../src/modules/playground/generation/to-draft-request"
import {
  createEmptyCheck,
  DEFAULT_EMPTY_VALUES,
} from "../../../src/modules/playground/prompts/empty-values"
import { MissingVariableError } from "../../../src/modules/playground/prompts/prompt-errors"
import { scopeOf } from "./scope"

const isEmpty = createEmptyCheck(DEFAULT_EMPTY_VALUES)
const page = readFileSync(path.join(__dirname, "../../../docs/prompts.md"), "utf8")

function requestFor(lead: object, prompt_text = "Hi {{ lead.first_name | default: 'there' }}") {
  const { lead: lead_snapshot, sender, campaign } = scopeOf(lead)
  const step = {
    step_index: 1,
    delay_days: 0,
    channel: "email",
    sender,
    variants: [],
    fingerprint: "f",
  }
  const context = { prompt_text, campaign_snapshot: campaign, step_snapshot: step }
  return toDraftRequest({ lead_snapshot, variant_label: "A" }, context, isEmpty)
}

describe("a value that says that there is none", () => {
  it.each(
    [
      "N/A",
      "n/a",
      "null",
      "NULL",
      "undefined",
      "-",
      "–",
      "—",
      "#N/A",
      "none",
      "None",
      " ",
      "\u00a0",
    ]
      .concat([" n/a ", "#REF!", "#NV", "(none)", "Keine Angabe", "NON RENSEIGNÉ", "No aplica"])
      .concat("Non renseigne\u0301", "")
  )("is none: %j", (value) => {
    expect(requestFor({ first_name: value }).prompt).toBe("Hi there")
    expect(() => requestFor({ first_name: value }, "{{ first_name }}")).toThrow(
      MissingVariableError
    )
  })

  it.each([
    "Na",
    "Nan",
    "Nil",
    "Nona",
    "Nulla",
    "Noneto",
    "K. A.",
    "N. A.",
    "0",
    "Anna",
    "N",
    "A-",
    "No",
    "Nein",
  ])("is a name like any other when somebody bears it: %s", (value) => {
    expect(requestFor({ first_name: value }).prompt).toBe(`Hi ${value}`)
  })

  it("is none in attributes too, however deep, and numbers and booleans are values", () => {
    const attributes = { plan: "N/A", deep: { er: ["none", 0] }, zero: 0, no: false }
    const { prompt, lead } = requestFor(
      { attributes },
      "{{ plan | default: 'x' }} {{ deep.er[0] | default: 'y' }} {{ zero }} {{ no }}"
    )
    expect(prompt).toBe("x y 0 false")
    expect(lead.attributes).toEqual({ plan: null, deep: { er: [null, 0] }, zero: 0, no: false })
  })

  it("is kept from the generator, which would write it, and never replaces id or address", () => {
    const { lead } = requestFor({ company: "N/A", email: "-", title: "none" })
    expect(lead).toMatchObject({ company: null, title: null, email: "-", first_name: "Ada" })
  })

  it("is what the host says, where it says so", () => {
    const own = createEmptyCheck(["k. A."])
    expect(["K. a.", " "].map(own)).toEqual([true, true])
    expect(own("N/A")).toBe(false)
  })

  it("is listed in docs/prompts.md", () => {
    for (const value of DEFAULT_EMPTY_VALUES) expect(page).toContain(`\`${value}\``)
  })
})
