import { Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { MAX_LEADS } from "../../../lib/playground/lead-count"

interface LeadCountFieldProps {
  value: string
  onChange: (value: string) => void
  isValid: boolean
}

export const LeadCountField = ({ value, onChange, isValid }: LeadCountFieldProps) => {
  const { t } = useTranslation("playground")
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {t("generate.leads")}
      </Label>
      <Input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={MAX_LEADS}
        step={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={!isValid}
        aria-describedby={isValid ? undefined : `${id}-hint`}
      />
      {!isValid && (
        <Hint id={`${id}-hint`} variant="error">
          {t("generate.leadsRange", { max: MAX_LEADS })}
        </Hint>
      )}
    </div>
  )
}
