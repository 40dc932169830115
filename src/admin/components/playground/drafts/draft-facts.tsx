import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { Draft } from "../../../lib/playground/types"

/** Where a draft came from. */
export const DraftFacts = ({ draft }: { draft: Draft }) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  const facts = [
    { label: t("facts.variant"), value: draft.variant_label },
    { label: t("facts.generator"), value: draft.model ?? draft.generator },
    { label: t("facts.latency"), value: format.latency(draft.latency_ms) },
    ...(draft.usage
      ? [
          {
            label: t("facts.tokens"),
            value: t("estimate.tokens", {
              input: format.number(draft.usage.input_tokens),
              output: format.number(draft.usage.output_tokens),
            }),
          },
        ]
      : []),
    { label: t("facts.generatedAt"), value: format.dateTime(draft.generated_at) },
  ]
  return (
    <dl className="txt-compact-small flex flex-wrap gap-x-6 gap-y-2 px-6 py-4">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-ui-fg-subtle">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
