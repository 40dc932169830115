import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/playground/types"

export const Rejection = ({ draft }: { draft: Draft }) => {
  const { t } = useTranslation("playground")
  return (
    <Alert variant="error">
      <p className="txt-compact-small-plus">{t("reject.done")}</p>
      <p className="break-words">{draft.reject_reason ?? t("reject.noReason")}</p>
    </Alert>
  )
}
