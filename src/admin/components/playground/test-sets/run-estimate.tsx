import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { EvaluationPreview } from "../../../lib/playground/evaluation-types"
import { isPromptTheMail } from "../../../lib/playground/mail-preview"
import { sumOfSpends } from "../../../lib/playground/sum-of-spends"

interface RunEstimateProps {
  preview: EvaluationPreview
  /** Whether a threshold is set that only the judge can tell. */
  isJudged: boolean
}

/** What a run would take, by the leads of its set. */
export const RunEstimate = ({ preview, isJudged }: RunEstimateProps) => {
  const { t } = useTranslation("testSets")
  const format = useFormat()
  const { batch, judging_estimate } = preview
  const say = (text: string) => (
    <Text size="small" className="text-ui-fg-subtle">
      {text}
    </Text>
  )
  const isFree = isPromptTheMail(preview)
  if (isFree && !isJudged) return say(t("run.noModel"))
  const spends = [...(isFree ? [] : [batch.estimate]), ...(isJudged ? [judging_estimate] : [])]
  const sum = batch.ready > 0 ? sumOfSpends(spends) : null
  if (!sum) return say(t("run.notEstimated"))
  const spend = sum.cost
    ? format.cost(sum.cost)
    : t("estimate.tokens", {
        ns: "playground",
        input: format.number(sum.input_tokens),
        output: format.number(sum.output_tokens),
      })
  return say(t(isJudged ? "run.estimateJudged" : "run.estimate", { spend, count: batch.ready }))
}
