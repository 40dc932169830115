import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { usePromptNames } from "../../../hooks/use-prompts"
import type { Batch } from "../../../lib/playground/types"

interface BatchFieldProps {
  campaignId: string
  label: string
  batches: readonly Batch[]
  value: string
  onChange: (batchId: string) => void
}

export const BatchField = (props: BatchFieldProps) => {
  const { campaignId, label, batches, value, onChange } = props
  const { t } = useTranslation("playground")
  const nameOf = usePromptNames(campaignId)
  const format = useFormat()
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <Label size="small" weight="plus" id={id}>
        {label}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger aria-labelledby={id} className="[&>span]:truncate [&>svg]:shrink-0">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {batches.map((batch) => (
            <Select.Item key={batch.id} value={batch.id}>
              {t("compare.batch", {
                when: format.dateTime(batch.created_at),
                prompt: nameOf(batch),
                count: batch.counts.total,
              })}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
