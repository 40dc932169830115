import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { SuppressionReport } from "../../../hooks/use-suppressions"

/** So many lines are named; whoever has more looks at the file. */
const MAX_LINES = 10

interface ImportedFileProps {
  report: SuppressionReport
  onDismiss: () => void
}

/** What came of a file. */
export const ImportedFile = ({ report, onDismiss }: ImportedFileProps) => {
  const { t } = useTranslation("mails")
  const { number } = useFormat()
  const { added, skipped, errors } = report
  const lines = errors.slice(0, MAX_LINES).map(({ line }) => number(line))
  return (
    <div className="px-6 py-4">
      <Alert variant={errors.length > 0 ? "warning" : "success"} role="status">
        <p>
          {[
            t("suppressions.added", { count: added }),
            ...(skipped > 0 ? [t("suppressions.skipped", { count: skipped })] : []),
          ].join(" ")}
        </p>
        {errors.length > 0 && (
          <p>
            {t("suppressions.refused", {
              lines: [...lines, ...(errors.length > MAX_LINES ? ["…"] : [])].join(", "),
            })}
          </p>
        )}
        <Button size="small" variant="secondary" className="mt-2" onClick={onDismiss}>
          {t("suppressions.dismiss")}
        </Button>
      </Alert>
    </div>
  )
}
