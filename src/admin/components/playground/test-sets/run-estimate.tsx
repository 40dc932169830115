import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { isPromptTheMail } from "../../../lib/playground/mail-preview"
import type { Preview } from "../../../lib/playground/types"

interface RunEstimateProps {
  /** Of as many of the campaign's own leads, or as many as it has. */
  preview: Preview
  /** Leads of the test set. */
  size: number
}

/** What a run would take, going by the campaign's own leads: a test set's cannot be previewed. */
export const RunEstimate = ({ preview, size }: RunEstimateProps) => {
  const { t } = useTranslation("testSets")
  const format = useFormat()
  const { estimate, ready } = preview.batch
  const say = (text: string) => (
    <Text size="small" className="text-ui-fg-subtle">
      {text}
    </Text>
  )
  if (isPromptTheMail(preview)) return say(t("run.noModel"))
  if (!estimate || ready === 0) return say(t("run.notEstimated"))
  const times = size / ready
  const spend = estimate.cost
    ? format.cost({ ...estimate.cost, amount: estimate.cost.amount * times })
    : t("estimate.tokens", {
        ns: "playground",
        input: format.number(Math.round(estimate.input_tokens * times)),
        output: format.number(Math.round(estimate.output_tokens * times)),
      })
  return say(t("run.estimate", { spend, count: size }))
}
