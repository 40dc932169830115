import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useWords } from "../../../hooks/common/use-words"
import type { Draft } from "../../../lib/playground/types"

/** What a reviewer should look at. */
export const DraftFlags = ({ flags }: Pick<Draft, "flags">) => {
  const { t } = useTranslation("playground")
  const wordsOf = useWords("flags")
  if (flags.length === 0) return null
  return (
    <Alert variant="warning">
      <p className="txt-compact-small-plus">{t("flags.title")}</p>
      <ul className="list-disc pl-4">
        {flags.map((flag) => (
          <li key={`${flag.code} ${flag.message}`} className="break-words">
            {wordsOf(flag)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
