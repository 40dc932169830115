import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { Batch } from "../../../lib/playground/types"

interface BatchFieldProps {
  label: string
  batches: readonly Batch[]
  value: string
  onChange: (batchId: string) => void
}

export const BatchField = ({ label, batches, value, onChange }: BatchFieldProps) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <Label size="small" weight="plus" id={id}>
        {label}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger aria-labelledby={id} className="[&>span]:truncate">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {batches.map((batch) => (
            <Select.Item key={batch.id} value={batch.id}>
              {t("compare.batch", {
                when: format.dateTime(batch.created_at),
                source: t(`promptSource.${batch.prompt_source}`),
                hash: batch.prompt_version_hash.slice(0, 7),
              })}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
