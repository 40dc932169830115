import { Input, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Field } from "../../common/field"

interface FieldProps {
  value: string
  onChange: (value: string) => void
}

/** What a prompt is called. */
export const PromptName = ({ value, onChange }: FieldProps) => {
  const { t } = useTranslation("verdict")
  return (
    <Field label={t("library.name")}>
      {(id) => (
        <Input
          id={id}
          autoFocus
          aria-required
          maxLength={120}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** What is good to know of a prompt, or of one version of it. */
export const PromptNote = ({ label, value, onChange }: FieldProps & { label: string }) => (
  <Field label={label} isOptional>
    {(id) => (
      <Textarea
        id={id}
        rows={4}
        maxLength={1_000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
)
