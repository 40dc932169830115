import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ColumnQuestion } from "../../../../lib/outreach/import-types"

interface QuestionsProps {
  questions: readonly ColumnQuestion[]
  onChoose: (header: string, field: string) => void
}

const SHOWN = 8

/** What the file leaves open, each answered by one click. */
export const Questions = ({ questions, onChoose }: QuestionsProps) => {
  const { t } = useTranslation("outreach")
  return questions.map(({ field, headers }) => (
    <Alert key={field} variant="warning" role="alert">
      <p className="txt-compact-small-plus">
        {t("leads.whichColumn", { field: t(`leads.fields.${field}`, field) })}
      </p>
      <div className="flex flex-wrap gap-2 pt-2">
        {headers.slice(0, SHOWN).map((header) => (
          <Button
            key={header}
            type="button"
            size="small"
            variant="secondary"
            onClick={() => onChoose(header, field)}
          >
            {header}
          </Button>
        ))}
      </div>
    </Alert>
  ))
}
