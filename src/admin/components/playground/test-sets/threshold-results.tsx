import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { ThresholdResult } from "../../../lib/playground/evaluation-types"
import { isMost, isScore } from "../../../lib/playground/threshold-values"

/** Each threshold with its figure. */
export const ThresholdResults = ({ results }: { results: readonly ThresholdResult[] }) => {
  const { t } = useTranslation("testSets")
  if (results.length === 0) return null
  return (
    <section aria-label={t("outcome.thresholds")}>
      <ul className="flex flex-col gap-y-3">
        {results.map((result) => (
          <Line key={result.name} result={result} />
        ))}
      </ul>
    </section>
  )
}

const Line = ({ result }: { result: ThresholdResult }) => {
  const { t } = useTranslation(["testSets", "evaluations"])
  const format = useFormat()
  const { name, limit, value, passed } = result
  const say = (number: number) =>
    isScore(name) ? format.decimal(number) : `${format.decimal(number * 100)} %`
  const figure =
    passed === null
      ? t("outcome.unknown")
      : value === null
        ? t("outcome.notMeasured")
        : t(isMost(name) ? "outcome.atMost" : "outcome.atLeast", {
            value: say(value),
            limit: say(limit),
          })
  return (
    <li className="flex gap-x-2">
      <span className="h-5 w-5 shrink-0">
        {passed === true && (
          <CheckCircleSolid className="text-ui-tag-green-icon" aria-label={t("outcome.kept")} />
        )}
        {passed === false && (
          <XCircleSolid className="text-ui-tag-red-icon" aria-label={t("outcome.notKept")} />
        )}
      </span>
      <div className="min-w-0">
        <Text size="small" weight="plus">
          {t(`thresholds.${name}`, { ns: "evaluations" })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {figure}
        </Text>
      </div>
    </li>
  )
}
