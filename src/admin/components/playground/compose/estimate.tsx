import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { useLast } from "../../../hooks/common/use-last"
import { isPromptTheMail } from "../../../lib/playground/mail-preview"
import { sumOfSpends } from "../../../lib/playground/sum-of-spends"
import type { Preview } from "../../../lib/playground/types"

/** What the whole batch will take, beforehand. It stays while another is asked for. */
export const Estimate = ({ preview }: { preview: Preview }) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  const batch = useLast(preview.batch.estimate ?? undefined)
  const { judging_estimate: judging } = preview
  const count = preview.batch.ready
  const isFree = isPromptTheMail(preview)
  const estimate = sumOfSpends([...(isFree ? [] : [batch ?? null]), ...(judging ? [judging] : [])])
  if (isFree && !judging) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("estimate.noModel")}
      </Text>
    )
  }
  return (
    <div className="flex flex-col">
      <Text size="small" weight="plus">
        {estimate
          ? t("estimate.upTo", {
              count,
              spend: estimate.cost
                ? format.cost(estimate.cost)
                : t("estimate.tokens", {
                    input: format.number(estimate.input_tokens),
                    output: format.number(estimate.output_tokens),
                  }),
            })
          : t("estimate.unknown")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle truncate">
        {[
          preview.model,
          estimate?.cost &&
            t("estimate.tokens", {
              input: format.number(estimate.input_tokens),
              output: format.number(estimate.output_tokens),
            }),
          judging && t("estimate.judge"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
    </div>
  )
}
