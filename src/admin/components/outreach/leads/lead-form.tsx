import { Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useLeadActions } from "../../../hooks/use-leads"
import { blankToNull } from "../../../lib/common/blank-to-null"
import type { Lead } from "../../../lib/outreach/types"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { useRowReason } from "./import/use-row-reason"

interface LeadFormProps {
  campaignId: string
  /** Null: a new one. */
  lead: Lead | null
  onClose: () => void
}

export const LeadForm = ({ campaignId, lead, onClose }: LeadFormProps) => {
  const { t } = useTranslation("outreach")
  const rowReasonOf = useRowReason()
  const [values, setValues] = useState({
    email: lead?.email ?? "",
    first_name: lead?.first_name ?? "",
    last_name: lead?.last_name ?? "",
    company: lead?.company ?? "",
    title: lead?.title ?? "",
  })
  const [refusal, setRefusal] = useState<Error | null>(null)
  const { add, change } = useLeadActions(campaignId)
  const done = () => {
    toast.success(t("leads.saved"))
    onClose()
  }
  const onSave = () => {
    setRefusal(null)
    const body = {
      email: values.email.trim(),
      first_name: blankToNull(values.first_name),
      last_name: blankToNull(values.last_name),
      company: blankToNull(values.company),
      title: blankToNull(values.title),
    }
    if (lead) {
      change.mutate({ id: lead.id, body }, { onSuccess: done })
      return
    }
    add.mutate(
      { leads: [body] },
      {
        onSuccess: ({ created, errors: [error] }) => {
          if (created > 0) done()
          else setRefusal(new Error(error ? rowReasonOf(error) : t("leads.skipped", { count: 1 })))
        },
      }
    )
  }
  const fields = [
    { name: "email", label: t("leads.columns.email") },
    { name: "first_name", label: t("leads.first_name") },
    { name: "last_name", label: t("leads.last_name") },
    { name: "company", label: t("leads.columns.company") },
    { name: "title", label: t("leads.columns.title") },
  ] as const
  return (
    <FormDrawer
      title={t(lead ? "leads.edit" : "leads.add")}
      onClose={onClose}
      onSave={onSave}
      isSaving={add.isPending || change.isPending}
      error={refusal ?? add.error ?? change.error}
      canSave={values.email.trim() !== ""}
    >
      {fields.map(({ name, label }) => (
        <Field key={name} label={label} isOptional={name !== "email"}>
          {(id) => (
            <Input
              id={id}
              type={name === "email" ? "email" : "text"}
              aria-required={name === "email"}
              autoFocus={name === "email"}
              maxLength={255}
              value={values[name]}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </FormDrawer>
  )
}
