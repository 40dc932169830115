import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/playground/types"

/** What a reviewer should look at. */
export const DraftFlags = ({ flags }: Pick<Draft, "flags">) => {
  const { t } = useTranslation("playground")
  if (flags.length === 0) return null
  return (
    <Alert variant="warning">
      <p className="txt-compact-small-plus">{t("flags.title")}</p>
      <ul className="list-disc pl-4">
        {flags.map(({ code, message }) => (
          <li key={`${code} ${message}`} className="break-words">
            <span className="txt-compact-small-plus">{t(`flags.codes.${code}`)}</span>: {message}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
