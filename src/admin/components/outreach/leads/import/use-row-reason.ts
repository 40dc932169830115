import { useTranslation } from "react-i18next"
import type { RefusedRow } from "../../../../lib/outreach/import-types"

/** Why a row was refused, in the dashboard's language. */
export function useRowReason(): (row: RefusedRow) => string {
  const { t } = useTranslation("outreach")
  return ({ code, params, reason }) => {
    if (code === undefined) return reason
    const { field, problem } = params ?? {}
    const named = {
      ...(field !== undefined && { field: t(`leads.fields.${field}`, String(field)) }),
      ...(problem !== undefined && { problem: t(`leads.problems.${problem}`) }),
    }
    // Values from the file are text, and a text cannot hold a template of i18next's own.
    return t(`leads.reasons.${code}`, { ...params, ...named, defaultValue: reason })
  }
}
