import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useWords } from "../../../hooks/common/use-words"
import type { CheckResult } from "../../../lib/playground/verdict-types"

/** What the campaign's checks say of a draft; nothing where there are none. */
export const DraftChecks = ({ results }: { results: readonly CheckResult[] }) => {
  const { t } = useTranslation("verdict")
  const wordsOf = useWords("checks")
  const failed = results.filter(({ passed }) => !passed)
  if (results.length === 0) return null
  return (
    <section aria-label={t("checks.ofDraft")}>
      {failed.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("checks.kept", { count: results.length })}
        </Text>
      ) : (
        <ul className="txt-small text-ui-fg-error list-disc pl-4">
          {failed.map((result) => (
            <li key={result.check} className="break-words">
              {wordsOf(result)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
