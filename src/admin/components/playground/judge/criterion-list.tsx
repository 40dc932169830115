import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DraftJudging } from "../../../lib/playground/verdict-types"

/** The judge's score and reason by each criterion. */
export const CriterionList = ({ criteria }: Pick<DraftJudging, "criteria">) => {
  const { t } = useTranslation("judge")
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" className="text-ui-fg-subtle">
        {t("draft.criteria")}
      </Text>
      <dl className="txt-small grid grid-cols-1 gap-x-6 gap-y-2 lg:grid-cols-2">
        {criteria.map(({ name, score, reason }) => (
          <div key={name} className="min-w-0">
            <dt className="flex items-baseline gap-x-2">
              <span className="break-words">{t([`criteria.${name}`, name])}</span>
              <span className="text-ui-fg-subtle shrink-0 tabular-nums">
                {t("draft.score", { score })}
              </span>
            </dt>
            <dd dir="auto" className="text-ui-fg-subtle break-words">
              {reason}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
