import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useReason } from "../../../hooks/common/use-reason"
import type { Refusal } from "../../../lib/playground/review-outcome"

interface RefusedDraftsProps {
  refused: readonly Refusal[]
  nameOf: (draftId: string) => string
}

/** Which of the chosen drafts nothing came of, each with its reason. */
export const RefusedDrafts = ({ refused, nameOf }: RefusedDraftsProps) => {
  const { t } = useTranslation("playground")
  const reasonOf = useReason()
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" role="alert">
        <p className="txt-compact-small-plus">{t("bulk.refused", { count: refused.length })}</p>
        <ul className="max-h-[160px] list-disc overflow-y-auto pl-4">
          {refused.map(({ draft_id, reason }) => (
            <li key={draft_id}>
              {nameOf(draft_id)}: {reasonOf(reason)}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  )
}
