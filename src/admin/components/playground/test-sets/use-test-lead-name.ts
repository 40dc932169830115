import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { TestLead } from "../../../lib/playground/evaluation-types"

/** What a test lead is called: its name, or in the person's language what it tries. */
export function useTestLeadName(): (lead: Pick<TestLead, "code" | "label">) => string {
  const { t } = useTranslation("evaluations")
  return useCallback(
    ({ code, label }) => (code === null ? label : t([`testLeads.${code}`, label])),
    [t]
  )
}
