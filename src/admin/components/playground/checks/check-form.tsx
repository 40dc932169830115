import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  CHECK_TYPES,
  NEW_CHECK,
  toCheck,
  toCheckValues,
  type CheckValues,
} from "../../../lib/playground/check-values"
import type { Check } from "../../../lib/playground/verdict-types"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { CheckFields } from "./check-fields"

interface CheckFormProps {
  /** Null: a new one. */
  check: Check | null
  isSaving: boolean
  error: Error | null
  onSave: (check: Check) => void
  onClose: () => void
}

/** A check, filled in field by field. */
export const CheckForm = ({ check, isSaving, error, onSave, onClose }: CheckFormProps) => {
  const { t } = useTranslation("verdict")
  const [values, setValues] = useState<CheckValues>(check ? toCheckValues(check) : NEW_CHECK)
  const change = (changed: Partial<CheckValues>) => setValues({ ...values, ...changed })
  const made = toCheck(values)
  return (
    <FormDrawer
      title={t(check ? "checks.edit" : "checks.add")}
      onClose={onClose}
      onSave={() => made && onSave(made)}
      isSaving={isSaving}
      error={error}
      canSave={made !== null}
    >
      <Field label={t("checks.fields.type")} hint={t(`checks.typeHints.${values.type}`)}>
        {(id) => (
          <Choice
            id={id}
            value={values.type}
            onChange={(value) => {
              const type = CHECK_TYPES.find((known) => known === value) ?? values.type
              const isCounted = type === "words" || type === "characters"
              change({ type, ...(isCounted && values.part === "mail" && { part: "body" }) })
            }}
            options={CHECK_TYPES.map((type) => ({ value: type, label: t(`checks.types.${type}`) }))}
          />
        )}
      </Field>
      <CheckFields values={values} onChange={change} />
      <Field label={t("checks.fields.name")} hint={t("checks.fields.nameHint")} isOptional>
        {(id) => (
          <Input
            id={id}
            maxLength={120}
            value={values.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
