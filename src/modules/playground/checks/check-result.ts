/** A draft as checks see it. */
export interface CheckedText {
  id: string
  subject: string
  body: string
  /** The lead's; null when nothing is known of it. */
  company: string | null
}

/** Where in a draft a check looked, in UTF-16 units. */
export interface TextPlace {
  part: "subject" | "body"
  start: number
  end: number
}

/** What checks find. */
export const CHECK_CODES = [
  "passed",
  "too_few_words",
  "too_many_words",
  "too_few_characters",
  "too_many_characters",
  "missing",
  "present",
  "other_language",
  "too_hard",
  "too_many_links",
  "foreign_host",
  "company_missing",
  "no_question",
  "too_many_questions",
  "phrase",
  "same_beginning",
] as const

export type CheckCode = (typeof CHECK_CODES)[number]

/** What one check found in one draft. */
export interface Finding {
  passed: boolean
  /** Stable and machine-readable: what was found. */
  code: CheckCode
  params: Record<string, string | number>
  /** One English sentence. */
  message: string
  place: TextPlace | null
}

export const pass = (message: string, params: Finding["params"] = {}): Finding => ({
  passed: true,
  code: "passed",
  params,
  message,
  place: null,
})

export const fail = (
  code: CheckCode,
  message: string,
  params: Finding["params"] = {},
  place: TextPlace | null = null
): Finding => ({ passed: false, code, params, message, place })
