import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { Preview } from "../../../lib/playground/types"

/** What a lead and the whole batch will take, beforehand. */
export const Estimate = ({ preview }: { preview: Preview }) => {
  const { t } = useTranslation("playground")
  const { generator, model, estimate, batch_estimate } = preview
  const rows = [
    { label: t("estimate.generator"), value: model ? `${generator} · ${model}` : generator },
    ...(estimate ? [{ label: t("estimate.perLead"), value: <Spend {...estimate} /> }] : []),
    ...(batch_estimate
      ? [
          {
            label: t("estimate.batch", { count: batch_estimate.n_leads }),
            value: <Spend {...batch_estimate} />,
          },
        ]
      : []),
  ]
  return (
    <div className="bg-ui-bg-subtle txt-compact-small flex flex-col gap-y-2 rounded-lg border p-3">
      <dl className="flex flex-col gap-y-2">
        {rows.map(({ label, value }) => (
          <div key={label} className="flex items-start justify-between gap-x-4">
            <dt className="text-ui-fg-subtle">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      {!estimate && preview.missing_variables.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle" as="div">
          {t("estimate.free")}
        </Text>
      )}
    </div>
  )
}

const Spend = (estimate: NonNullable<Preview["estimate"]>) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  return (
    <>
      {t("estimate.tokens", {
        input: format.number(estimate.input_tokens),
        output: format.number(estimate.output_tokens),
      })}
      <br />
      {estimate.cost ? `≈ ${format.cost(estimate.cost)}` : t("estimate.noPrice")}
    </>
  )
}
