import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import texts from "../../src/admin/i18n"
import { generalRefusal, refusedField } from "../../src/admin/lib/common/general-refusal"
import { toWordedParams } from "../../src/admin/lib/common/worded-params"
import { HOLD_REASONS } from "../../src/modules/delivery/sql/hold-reason"
import { SEND_STATUSES } from "../../src/modules/delivery/state-machine"
import { TEST_SEND_REFUSALS } from "../../src/modules/delivery/test-send/test-send-refusal"
import { HOSTILE_LEADS } from "../../src/modules/playground/evaluation/hostile-lead-list"
import { ThresholdsSchema } from "../../src/modules/playground/evaluation/thresholds"
import { ENDINGS } from "../../src/providers/ai-sdk/errors/to-generator-error"
import { CHECK_CODES } from "../../src/modules/playground/checks/check-result"
import { FLAG_CODES } from "../../src/modules/playground/entities/draft-flag"
import { PROMPT_PROBLEM_CODES } from "../../src/modules/playground/prompts/prompt-problem"

const SRC = path.resolve(__dirname, "../../src")

const isServer = (file: string) => file.endsWith(".ts") && !file.startsWith("admin")

/** After these names a code stands: in a value, in a type, in a statement. */
const CODES_AFTER = /\b(?:error_)?code\??(?::| =)\s*((?:[^,;{}()\n]|\n\s*\|)*)/g

/** The last argument of what is thrown. */
const THROWN = /,\s*"([a-z]+(?:_[a-z]+)+)"\s*\)/g

/** A refusal that is made on the spot, up to the bracket that ends it. */
const REFUSAL =
  /MedusaError\(\s*MedusaError\.Types\.NOT_ALLOWED,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g
/** Its last argument, where that is a code. */
const ENDS_IN_CODE = /,\s*(?:"[a-z]+(?:_[a-z]+)+"|code|[A-Z]+(?:_[A-Z]+)*),?\s*$/

/** Files that refuse something in words alone. */
function wordyRefusals(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter(isServer)
    .flatMap((file) =>
      [...readFileSync(path.join(SRC, file), "utf8").matchAll(REFUSAL)]
        .filter(([, said = ""]) => !ENDS_IN_CODE.test(said))
        .map(() => file)
    )
}

/** Every code that the server has, with a file that has it: there is no other list of all of them. */
function serverCodes(): Map<string, string> {
  const codes = new Map<string, string>()
  for (const file of readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(isServer)) {
    const text = readFileSync(path.join(SRC, file), "utf8")
    const throws = text.includes("MedusaError.Types") && !file.startsWith("api/")
    for (const [, code = ""] of throws ? text.matchAll(THROWN) : []) codes.set(code, file)
    for (const [, said = ""] of text.matchAll(CODES_AFTER)) {
      for (const [, code = ""] of said.matchAll(/["']([a-z][a-z0-9]*(?:_[a-z0-9]+)*)["']/g)) {
        codes.set(code, file)
      }
    }
  }
  for (const { code } of Object.values(ENDINGS)) if (code) codes.set(code, "ENDINGS")
  return codes
}

/** Rooms whose codes no page shows. */
const UNSEEN_ROOMS = ["api/utils/", "validation/"]
/** Codes for programs, and those that the page answers with a question of its own. */
const UNSEEN = [
  "code",
  "string",
  "custom",
  "invalid_prompt",
  "unrecognized_keys",
  "idempotency_key_reused",
  "no_email_column",
  "several_columns",
  "passed",
]

/** The keys of every table of sentences in a language's texts. */
function wordedCodes(texts: object, known = new Set<string>()): Set<string> {
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value !== "object" || value === null) continue
    if (["codes", "reasons", "notes", "refusals", "testLeads"].includes(name)) {
      Object.keys(value).forEach((code) => known.add(code))
    }
    wordedCodes(value as object, known)
  }
  return known
}

/** What stands as the last argument of a `MedusaError`, on a line of its own. */
function refusalsIn(room: string): string[] {
  const folder = path.join(SRC, room)
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), "utf8").matchAll(/^ {4,}"([a-z_]+)"$/gm)].flatMap(
      ([, code]) => code ?? []
    )
  )
}

/** Codes of each kind, as the server has them. */
const CODES = {
  flags: [...FLAG_CODES],
  problems: [...PROMPT_PROBLEM_CODES],
  checks: CHECK_CODES.filter((code) => code !== "passed"),
  failures: [
    ...Object.keys(ENDINGS).filter((verdict) => verdict !== "option_refused"),
    ...["batch_tokens_cap", "batch_cost_cap", "worker_lost"],
  ],
}

describe("what the server says in codes", () => {
  it.each(["en", "de"] as const)("has a sentence for each in the language %s", (language) => {
    for (const [kind, codes] of Object.entries(CODES)) {
      const { codes: known } = texts[language].playground[kind as keyof typeof CODES]
      const missing = codes.filter((code) => !(code in known))
      expect({ kind, missing }).toEqual({ kind, missing: [] })
      expect(codes.length).toBeGreaterThan(3)
    }
  })

  it.each(["en", "de"] as const)("has a sentence for every code in any room, in %s", (language) => {
    const known = wordedCodes(texts[language])
    const codes = [...serverCodes()].filter(
      ([code, file]) =>
        !UNSEEN.includes(code) && !UNSEEN_ROOMS.some((room) => file.startsWith(room))
    )
    expect(codes.length).toBeGreaterThan(50)
    expect(codes.filter(([code]) => !known.has(code))).toEqual([])
  })

  it("knows a code for everything that a person may be refused", () => {
    expect(wordyRefusals()).toEqual([])
  })

  it.each(["en", "de"] as const)("says how a mail stands, and why not, in %s", (language) => {
    const { reasons, status } = texts[language].send
    expect(Object.keys(reasons).sort()).toEqual([...HOLD_REASONS].sort())
    expect(Object.keys(status).sort()).toEqual([...SEND_STATUSES].sort())
  })

  it.each(["en", "de"] as const)("says why a test was not sent, in %s", (language) => {
    const { codes } = texts[language].playground.refusals
    expect(TEST_SEND_REFUSALS.filter((code) => !(code in codes))).toEqual([])
  })

  it.each(["en", "de"] as const)("says what test leads and thresholds are, in %s", (language) => {
    const { testLeads, thresholds, refusals } = texts[language].evaluations
    const leads = HOSTILE_LEADS.map(({ code }) => code)
    expect(Object.keys(testLeads).sort()).toEqual(leads.sort())
    expect(Object.keys(thresholds).sort()).toEqual(Object.keys(ThresholdsSchema.shape).sort())
    const missing = refusalsIn("modules/playground/evaluation").filter(
      (code) => !(code in refusals)
    )
    expect(missing).toEqual([])
  })

  it("says what is refused without a code in general words, and which field, but not how a program calls it", () => {
    expect(refusedField("Field 'steps.0.variants.1.weight': expected a number, got: 7")).toBe(
      "weight"
    )
    expect(refusedField("Field 'leads.3': expected an object")).toBe("leads")
    expect(refusedField("Batch 1234 was not found.")).toBeNull()
    expect([400, 404, 409, 413, 422, undefined].map(generalRefusal)).toEqual([
      "refused",
      "gone",
      "changed",
      "tooMuch",
      "changed",
      "refused",
    ])
  })

  it("uses the same parameters in every language", () => {
    const namesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
    for (const kind of ["flags", "checks", "failures", "refusals", "problems"] as const) {
      const { codes: en } = texts.en.playground[kind]
      const de: Record<string, string> = texts.de.playground[kind].codes
      for (const [code, sentence] of Object.entries(en)) {
        expect({ code, names: namesIn(de[code] ?? "").sort() }).toEqual({
          code,
          names: namesIn(sentence).sort(),
        })
      }
    }
  })

  it("names fields, languages and parts as people call them", () => {
    const words = toWordedParams(
      {
        variables: ["lead.first_name", "lead.title"],
        language: "fr",
        part: "body",
        characters: 12,
      },
      "de",
      (room, name) => `${room}:${name}`
    )
    expect(words).toEqual({
      variables: "first_name, title",
      language: "Französisch",
      part: "parts:body",
      characters: "12",
    })
  })
})
