import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import texts from "../../src/admin/i18n"
import { toWordedParams } from "../../src/admin/lib/common/worded-params"
import { HOLD_REASONS } from "../../src/modules/delivery/sql/hold-reason"
import { SEND_STATUSES } from "../../src/modules/delivery/state-machine"
import { HOSTILE_LEADS } from "../../src/modules/playground/evaluation/hostile-lead-list"
import { ThresholdsSchema } from "../../src/modules/playground/evaluation/thresholds"
import { FLAG_CODES } from "../../src/modules/playground/entities/draft-flag"
import { PROMPT_PROBLEM_CODES } from "../../src/modules/playground/prompts/prompt-problem"

const SRC = path.resolve(__dirname, "../../src")

/** What stands as `code: "…"` in the sources below some rooms: codes have no other place. */
function codesIn(...rooms: string[]): string[] {
  const files = rooms.flatMap((room) =>
    readdirSync(path.join(SRC, room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.startsWith("flags"))
      .map((file) => path.join(SRC, room, file))
  )
  const codes = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bcode(?:: | = )"([a-z_]+)"/g)].map(([, code]) => code)
  )
  return [...new Set(codes)].filter((code) => code !== undefined)
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
  failures: [
    ...codesIn("providers/ai-sdk", "providers/mail-merge", "modules/playground/generation").filter(
      (code) => code !== "custom"
    ),
    "batch_tokens_cap",
    "batch_cost_cap",
  ],
  refusals: codesIn("modules/playground/review"),
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

  it.each(["en", "de"] as const)("says how a mail stands, and why not, in %s", (language) => {
    const { reasons, status } = texts[language].send
    expect(Object.keys(reasons).sort()).toEqual([...HOLD_REASONS].sort())
    expect(Object.keys(status).sort()).toEqual([...SEND_STATUSES].sort())
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

  it("uses the same parameters in every language", () => {
    const namesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
    for (const kind of ["flags", "failures", "refusals", "problems"] as const) {
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
