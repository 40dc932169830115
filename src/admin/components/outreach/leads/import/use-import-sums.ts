import { useTranslation } from "react-i18next"
import type { ImportReport } from "../../../../lib/outreach/import-types"

/** "41 leads created", "2 already there", …; of a plan "41 new leads", and nothing of updates without any. */
export function useImportSums(isPlan = false): (report: ImportReport) => string[] {
  const { t } = useTranslation("outreach")
  return ({ created, updated, skipped, errors }) => [
    t(isPlan ? "leads.new" : "leads.created", { count: created }),
    ...(updated === undefined || (isPlan && updated === 0)
      ? []
      : [t("leads.updated", { count: updated })]),
    t("leads.skipped", { count: skipped }),
    ...(errors.length === 0 ? [] : [t("leads.refused", { count: errors.length })]),
  ]
}
