import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

interface StepFieldProps {
  /** Those with a variant that is drafted per lead. */
  steps: readonly number[]
  value: number
  onChange: (stepIndex: number) => void
}

export const StepField = ({ steps, value, onChange }: StepFieldProps) => {
  const { t } = useTranslation("playground")
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" id={id}>
        {t("generate.step")}
      </Label>
      <Select value={String(value)} onValueChange={(step) => onChange(Number(step))}>
        <Select.Trigger aria-labelledby={id}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {steps.map((step) => (
            <Select.Item key={step} value={String(step)}>
              {t("generate.stepOption", { step })}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
