import { Alert, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSuppressionActions } from "../../../hooks/use-suppressions"
import { MOST_SUPPRESSED, readSuppressedLines } from "../../../lib/outreach/suppressed-lines"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { REASONS } from "./reasons"

/** Addresses and domains to be written down by hand. What is neither stays to be mended. */
export const SuppressionForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("mails")
  const [text, setText] = useState("")
  const [reason, setReason] = useState<(typeof REASONS)[number]>("manual")
  const [hasWrong, setHasWrong] = useState(false)
  const { add } = useSuppressionActions()
  const { values, wrong } = readSuppressedLines(text)
  const isTooMany = values.length > MOST_SUPPRESSED
  const keepWrong = (lines: string[]) => {
    setText(lines.join("\n"))
    setHasWrong(lines.length > 0)
    if (lines.length === 0) onClose()
  }
  const onSave = () => {
    if (values.length === 0) return keepWrong(wrong)
    add.mutate(
      { values, reason },
      {
        onSuccess: ({ added, skipped, errors }) => {
          if (added + skipped > 0) toast.success(t("suppressions.added", { count: added }))
          const refused = errors.flatMap(({ line }) => values.slice(line - 1, line))
          keepWrong([...refused, ...wrong])
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("suppressions.add")}
      onClose={onClose}
      onSave={onSave}
      isSaving={add.isPending}
      error={add.error}
      canSave={values.length + wrong.length > 0 && !isTooMany}
    >
      {hasWrong && <Alert variant="warning">{t("suppressions.wrong")}</Alert>}
      {isTooMany && (
        <Alert variant="warning">{t("suppressions.tooMany", { count: MOST_SUPPRESSED })}</Alert>
      )}
      <Field label={t("suppressions.values")} hint={t("suppressions.valuesHint")}>
        {(id) => (
          <Textarea
            id={id}
            autoFocus
            rows={8}
            placeholder={"ada@example.com\nexample.org"}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              setHasWrong(false)
            }}
          />
        )}
      </Field>
      <Field label={t("suppressions.reason")}>
        {(id) => (
          <Choice
            id={id}
            value={reason}
            onChange={(value) => setReason(REASONS.find((name) => name === value) ?? "manual")}
            options={REASONS.map((value) => ({
              value,
              label: t(`suppressions.reasons.${value}`),
            }))}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
