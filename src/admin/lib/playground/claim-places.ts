import type { CheckResult, JudgedClaim } from "./verdict-types"

type Place = NonNullable<CheckResult["place"]>

/** Where a draft says what nothing supports, as far as the judge quotes it word for word. */
export const placesOfUnsupported = (
  draft: { subject: string; body: string },
  claims: readonly JudgedClaim[]
): Place[] =>
  claims.flatMap(({ text, field }) => {
    if (field !== null || text.trim() === "") return []
    for (const part of ["body", "subject"] as const) {
      const start = draft[part].indexOf(text)
      if (start !== -1) return { part, start, end: start + text.length }
    }
    return []
  })
