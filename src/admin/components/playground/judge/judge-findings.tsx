import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { useDraftJudgings } from "../../../hooks/use-judging"
import { useJudgeWords } from "../../../hooks/use-judge-words"
import type { BatchJudging } from "../../../lib/playground/verdict-types"

interface JudgeFindingsProps {
  campaignId: string
  judging: BatchJudging
}

/** The judge's numbers about a batch, and beside them how far to trust them. */
export const JudgeFindings = ({ campaignId, judging }: JudgeFindingsProps) => {
  const { t } = useTranslation("judge")
  const words = useJudgeWords()
  const format = useFormat()
  const { data } = useDraftJudgings(campaignId, judging.batch_id)
  const { counts, mean_score, unsupported, agreement } = judging
  const { judged, failed, cancelled, unjudged } = counts
  const errorOf = (status: "failed" | "cancelled") =>
    data?.judgements.find((one) => one.status === status && one.error)?.error
  const failure = errorOf("failed")
  const ending = errorOf("cancelled")
  const found = [
    ...(mean_score === null
      ? []
      : [t("result.mean", { score: format.decimal(mean_score), count: judged })]),
    ...(unsupported > 0 ? [t("result.unsupported", { count: unsupported })] : []),
    ...(judged > 0 && unsupported === 0 ? [t("result.supported")] : []),
    ...(unjudged > 0 ? [t("result.unjudged", { count: unjudged })] : []),
  ]
  return (
    <>
      {found.length > 0 && <Text size="small">{found.join(" · ")}</Text>}
      {judged > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {words.agreement(agreement)}
        </Text>
      )}
      {failed > 0 && failure && (
        <Text size="small" className="text-ui-fg-error break-words">
          {t("result.failed", { count: failed, reason: words.failure(failure) })}
        </Text>
      )}
      {cancelled > 0 && (
        <Text size="small" className="text-ui-fg-subtle break-words">
          {ending
            ? t("result.cancelledWhy", { count: cancelled, reason: words.failure(ending) })
            : t("result.cancelled", { count: cancelled })}
        </Text>
      )}
    </>
  )
}
