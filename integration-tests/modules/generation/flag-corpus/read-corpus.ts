import { readFileSync } from "node:fs"
import path from "node:path"
import type { DraftRequest, LeadSnapshot } from "../../../../src/ports"
import type { FlagDraftInput } from "../../../../src/modules/playground/generation/flags/draft-check"
import { flagDraft } from "../../../../src/modules/playground/generation/flags/flag-draft"
import { indexLeadNames } from "../../../../src/modules/playground/generation/flags/lead-names"

export const LANGUAGES = ["en", "de", "fr", "es", "it"] as const
export type Language = (typeof LANGUAGES)[number]

/** What a case may say of its own; the rest is the same for all. */
interface Given {
  lead?: Partial<LeadSnapshot>
  instruction?: string | null
}

export interface CorpusDraft {
  language: Language
  /** What it is an example of. */
  about: string
  subject: string
  body: string
  given: Given
}

const PEOPLE: Record<Language, [first: string, last: string, company: string]> = {
  en: ["Ann", "Miller", "Harbour Books"],
  de: ["Anna", "Berger", "Buchhandlung Hafen"],
  fr: ["Anne", "Mercier", "Librairie du Port"],
  es: ["Ana", "Molina", "Librería del Puerto"],
  it: ["Anna", "Moretti", "Libreria del Porto"],
}

const INSTRUCTION =
  "You write short, friendly mails for Kornhaus Goods, who make paper goods for bookshops. Offer a box " +
  "of samples, ask one question, and write in the language of the lead."

/** A file holds drafts as a person reads them: `=== about`, perhaps `@ {…}`, `Subject: …`, the body. */
export function readCorpus(kind: "clean" | "dirty", language: Language): CorpusDraft[] {
  const file = readFileSync(path.join(__dirname, `${kind}-${language}.txt`), "utf8")
  return file
    .split(/^=== /m)
    .slice(1)
    .map((entry) => {
      const [, about = "", given = "{}", subject = "", body = ""] =
        /^(.*)\n(?:@ (.*)\n)?Subject: (.*)\n([^]*)$/.exec(entry) ?? []
      return {
        language,
        about,
        subject,
        body: body.trimEnd(),
        given: JSON.parse(given) as Given,
      }
    })
}

const NAMES = indexLeadNames([], [])

export function toFlagInput({ language, subject, body, given }: CorpusDraft): FlagDraftInput {
  const [first_name, last_name, company] = PEOPLE[language]
  const instruction = given.instruction === undefined ? INSTRUCTION : given.instruction
  const request: DraftRequest = {
    prompt: instruction ?? `${subject}\n${body}`,
    instruction: { text: instruction ?? `${subject}\n${body}`, facts: [] },
    campaign: { id: "c", name: "Spring", description: null, system_prompt: null },
    step: { step_index: 1, delay_days: 0, channel: "email", variant_label: "A" },
    sender: {
      id: "s",
      profile_name: "Mira",
      custom_prompt: null,
      data: {
        name: "Mira Sandoval",
        company: "Kornhaus Goods",
        email: "mira@kornhaus.example",
        website: "https://www.kornhaus.example",
        calendar_url: "https://cal.example.com/mira",
      },
    },
    lead: {
      id: "lead",
      email: "ann@harbour.example",
      first_name,
      last_name,
      company,
      title: null,
      attributes: {},
      ...given.lead,
    },
  }
  return { draft: { subject, body }, request, names: NAMES, instruction: () => instruction }
}

/** The codes of a draft's flags, in order. */
export const codesOf = async (draft: CorpusDraft): Promise<string[]> =>
  (await flagDraft(toFlagInput(draft), rethrow)).map(({ code }) => code)

function rethrow(_check: string, error: unknown): never {
  throw error
}
