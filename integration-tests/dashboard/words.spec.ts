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
import { FIELD_PROBLEMS } from "../../src/api/api/v1/campaigns/[campaign_id]/leads/import/lead-row"
import { UNREADABLE_CODES } from "../../src/api/api/v1/campaigns/[campaign_id]/leads/import/csv-records"
import { FLAG_CODES } from "../../src/modules/playground/entities/draft-flag"
import { z } from "@medusajs/framework/zod"
import { campaignSteps } from "../../src/api/api/v1/campaigns/campaign-steps"
import { parseOrRefuse } from "../../src/api/utils/validate"
import { PROMPT_PROBLEM_CODES } from "../../src/modules/playground/prompts/prompt-problem"
import { serverCodes, serverFiles } from "./server-codes"

/** A refusal that is made on the spot, up to the bracket that ends it. */
const REFUSAL =
  /MedusaError\(\s*MedusaError\.Types\.NOT_ALLOWED,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g
/** Its last argument, where that is a code. */
const ENDS_IN_CODE = /,\s*(?:"[a-z]+(?:_[a-z]+)+"|code|[A-Z]+(?:_[A-Z]+)*),?\s*$/

/** Files that refuse something in words alone. */
const wordyRefusals = () =>
  serverFiles().flatMap(([file, text]) =>
    [...text.matchAll(REFUSAL)].filter(([, said = ""]) => !ENDS_IN_CODE.test(said)).map(() => file)
  )

/** Rooms whose codes no page shows: programs read them. */
const UNSEEN_ROOMS = ["api/utils/", "validation/"]
/** Codes for programs, and those that the page answers with a question of its own. */
const UNSEEN = [
  "invalid_prompt",
  "unrecognized_keys",
  "no_email_column",
  "several_columns",
  "passed",
]

type Sentences = Readonly<Record<string, string>>

/** Where a page looks for the words of a code, by the file of the server that has it: the first that fits. */
function tablesOf(file: string, language: "en" | "de"): readonly Sentences[] {
  const { playground, outreach, evaluations, judging, send, sending } = texts[language]
  const { reasons, problems, notes } = outreach.leads
  const failures = playground.failures.codes
  const tables: readonly [RegExp, readonly Sentences[]][] = [
    [/leads\/import\/csv-report/, [notes]],
    [/leads\/import\/refused/, [playground.refusals.codes]],
    [/leads\/import\/|^workflows\/leads\/to-customer-lead/, [reasons, problems]],
    [/generation\/flags\//, [playground.flags.codes]],
    [/^modules\/playground\/checks\//, [playground.checks.codes]],
    [/^modules\/playground\/prompts\//, [playground.problems.codes]],
    [/^modules\/playground\/(judging|sql\/judging)\//, [judging.codes, failures]],
    [/^modules\/playground\/(generation|sql\/transitions)\//, [failures]],
    [/^providers\/(ai-sdk|mail-merge)\//, [failures]],
    [
      /^providers\/(smtp|notification)\/|^modules\/delivery\/(worker|sql)\//,
      [sending.codes, send.reasons],
    ],
    [/evaluation\/hostile-lead-list/, [evaluations.testLeads]],
    [/./, [playground.refusals.codes]],
  ]
  return tables.find(([room]) => room.test(file))?.[1] ?? []
}

/** Parameters that a sentence asks for. */
const namesIn = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, name]) => name ?? [])

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

  it.each(["en", "de"] as const)(
    "has a sentence for every code of any room, where the page looks for it, in %s",
    (language) => {
      const codes = serverCodes().filter(
        ({ code, file }) =>
          !UNSEEN.includes(code) && !UNSEEN_ROOMS.some((room) => file.startsWith(room))
      )
      expect(codes.length).toBeGreaterThan(150)
      const isSaid = ({ code, file }: { code: string; file: string }) =>
        tablesOf(file, language).some((sentences) => code in sentences)
      expect(codes.filter((one) => !isSaid(one))).toEqual([])
    }
  )

  it("says nothing that the server does not tell", () => {
    // The parameter stands in the code's own room, whoever of it throws the code.
    const rooms = new Map<string, string>()
    for (const [file, text] of serverFiles()) {
      const room = path.dirname(file)
      rooms.set(room, `${rooms.get(room) ?? ""}\n${text}`)
    }
    const untold = serverCodes().flatMap(({ code, file }) => {
      const sentence = tablesOf(file, "en").find((sentences) => code in sentences)?.[code] ?? ""
      const text = rooms.get(path.dirname(file)) ?? ""
      return namesIn(sentence)
        .filter((name) => !new RegExp(`\\b${name}\\b`).test(text))
        .map((name) => ({ code, name, file }))
    })
    expect(untold).toEqual([])
  })

  it("knows a code for everything that a person may be refused", () => {
    expect(wordyRefusals()).toEqual([])
  })

  it.each(["en", "de"] as const)("says how a mail stands, and why not, in %s", (language) => {
    const { reasons, status } = texts[language].send
    expect(Object.keys(reasons).sort()).toEqual([...HOLD_REASONS].sort())
    expect(Object.keys(status).sort()).toEqual([...SEND_STATUSES].sort())
  })

  it.each(["en", "de"] as const)("says what is wrong with a row of a file, in %s", (language) => {
    const known = Object.keys(texts[language].outreach.leads.problems)
    const codes = [...FIELD_PROBLEMS.map(([code]) => code), ...UNREADABLE_CODES]
    expect(known.sort()).toEqual(codes.sort())
  })

  it.each(["en", "de"] as const)("says why a test was not sent, in %s", (language) => {
    const { codes } = texts[language].playground.refusals
    expect(TEST_SEND_REFUSALS.filter((code) => !(code in codes))).toEqual([])
  })

  it.each(["en", "de"] as const)("says what test leads and thresholds are, in %s", (language) => {
    const { testLeads, thresholds } = texts[language].evaluations
    const leads = HOSTILE_LEADS.map(({ code }) => code)
    expect(Object.keys(testLeads).sort()).toEqual(leads.sort())
    expect(Object.keys(thresholds).sort()).toEqual(Object.keys(ThresholdsSchema.shape).sort())
  })

  it("says what is refused without a code in general words, and which field, but not how a program calls it", () => {
    const refusal = (steps: unknown) => {
      try {
        parseOrRefuse(z.strictObject({ steps: campaignSteps() }), { steps })
        return ""
      } catch (error) {
        return error instanceof Error ? error.message : ""
      }
    }
    const variants = [{ label: "A", weight: 0, type: "PERSONALIZATION" }]
    expect(refusedField(refusal([{ step_index: 1, variants }]))).toBe("weight")
    expect(refusedField(refusal([7]))).toBe("steps")
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
        variables: ["lead.first_name", "lead.title", "customer.last_order.products"],
        language: "fr",
        part: "body",
        characters: 12,
      },
      "de",
      (room, name) => `${room}:${name}`
    )
    expect(words).toEqual({
      variables: "first_name, title, customerFields:last_order.products",
      language: "Französisch",
      part: "parts:body",
      characters: "12",
    })
  })
})
