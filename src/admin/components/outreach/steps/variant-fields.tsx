import { Button, Input, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Variant } from "../../../lib/outreach/types"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"

const TYPES = ["PERSONALIZATION", "TEMPLATE"] as const

interface VariantFieldsProps {
  variant: Variant
  /** Of all leads, in per cent; null: the weights make no sense yet. */
  share: number | null
  onChange: (variant: Variant) => void
  /** Absent: a step has at least one. */
  onRemove?: () => void
}

/** One labelled form of a step. */
export const VariantFields = ({ variant, share, onChange, onRemove }: VariantFieldsProps) => {
  const { t } = useTranslation("outreach")
  const { label, weight, type, template } = variant
  const text = template ?? { subject: "", body: "" }
  const setType = (value: string) =>
    onChange(
      value === "TEMPLATE"
        ? { ...variant, type: "TEMPLATE", template: text, prompt: null }
        : { ...variant, type: "PERSONALIZATION", template: null }
    )
  return (
    <fieldset className="flex flex-col gap-y-4 rounded-lg border p-4">
      <legend className="txt-compact-small-plus px-1">{t("steps.variant", { label })}</legend>
      <div className="grid grid-cols-2 gap-4">
        <Field label={t("steps.label")}>
          {(id) => (
            <Input
              id={id}
              size="small"
              required
              maxLength={10}
              value={label}
              onChange={(event) => onChange({ ...variant, label: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t("steps.weight")}
          hint={share === null ? undefined : t("steps.share", { share })}
        >
          {(id) => (
            <Input
              id={id}
              size="small"
              type="number"
              required
              min="0.01"
              step="any"
              value={Number.isNaN(weight) ? "" : weight}
              onChange={(event) => onChange({ ...variant, weight: event.target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <Field label={t("steps.type")}>
        {(id) => (
          <Choice
            id={id}
            value={type}
            onChange={setType}
            options={TYPES.map((value) => ({ value, label: t(`steps.types.${value}`) }))}
          />
        )}
      </Field>
      {type === "PERSONALIZATION" && (
        <Field label={t("steps.prompt")} hint={t("steps.promptHint")} isOptional>
          {(id) => (
            <Textarea
              id={id}
              rows={6}
              dir="auto"
              maxLength={32_000}
              value={variant.prompt ?? ""}
              onChange={(event) => onChange({ ...variant, prompt: event.target.value || null })}
            />
          )}
        </Field>
      )}
      {type === "TEMPLATE" && (
        <>
          <Field label={t("steps.subject")}>
            {(id) => (
              <Input
                id={id}
                size="small"
                aria-required
                maxLength={998}
                value={text.subject}
                onChange={(event) =>
                  onChange({ ...variant, template: { ...text, subject: event.target.value } })
                }
              />
            )}
          </Field>
          <Field label={t("steps.body")}>
            {(id) => (
              <Textarea
                id={id}
                rows={6}
                aria-required
                value={text.body}
                onChange={(event) =>
                  onChange({ ...variant, template: { ...text, body: event.target.value } })
                }
              />
            )}
          </Field>
        </>
      )}
      {onRemove && (
        <Button
          type="button"
          size="small"
          variant="secondary"
          className="self-start"
          onClick={onRemove}
        >
          {t("steps.removeVariant", { label })}
        </Button>
      )}
    </fieldset>
  )
}
