import { saysOfSubscription } from "./consent-words"
import type { LeadColumn, UnsureRole } from "./known-headers"

/** How a person is addressed, which is no job: Outlook's `Title` beside its `Job Title`. */
const SALUTATION =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|hr|fr|dipl|ing|mag|m|mme|mlle|monsieur|madame|sr|sra|srta|señor|señora|don|doña|d|dña)?[\s./-]*(?:dr|prof|med|ing)?[\s.]*$/i

interface UnsureColumn {
  role: UnsureRole
  /** Its cells in the first rows. */
  values: readonly string[]
  /** True for a field that another column fills, or is sure to. */
  has: (field: LeadColumn) => boolean
}

/** What a column is whose name alone does not say it; null where it is the lead's own. */
export function settleUnsure({ role, values, has }: UnsureColumn): LeadColumn | null {
  switch (role) {
    case "name":
      if (has("last_name")) return null
      return has("first_name") ? "last_name" : "full_name"
    case "given":
      if (has("first_name")) return has("last_name") ? null : "full_name"
      return has("last_name") ? "first_name" : "full_name"
    case "title": {
      const isBlank = values.every((text) => text === "")
      if (isBlank ? has("title") : values.every((text) => SALUTATION.test(text))) return null
      return "title"
    }
    case "status":
      return values.some(saysOfSubscription) ? "email_consent" : null
    default: {
      const never: never = role
      return never
    }
  }
}
