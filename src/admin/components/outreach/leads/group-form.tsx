import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCustomerGroups } from "../../../hooks/use-host-options"
import { useLeadActions } from "../../../hooks/use-leads"
import type { ImportReport } from "../../../lib/outreach/types"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { GroupChoice } from "./group-choice"

interface GroupFormProps {
  campaignId: string
  onClose: () => void
  onImported: (report: ImportReport) => void
}

/** Makes leads of the customers of one of the host's groups. */
export const GroupForm = ({ campaignId, onClose, onImported }: GroupFormProps) => {
  const { t } = useTranslation("outreach")
  const { data: groups } = useCustomerGroups()
  const [chosen, setChosen] = useState<string | null>(null)
  const { add } = useLeadActions(campaignId)
  const id = chosen ?? groups?.[0]?.id
  const onSave = () => {
    if (!id) return
    add.mutate(
      { customer_group_id: id },
      {
        onSuccess: (report) => {
          onClose()
          onImported(report)
        },
      }
    )
  }
  return (
    <FormDrawer
      title={t("leads.group")}
      saveLabel={t("leads.import")}
      onClose={onClose}
      onSave={onSave}
      isSaving={add.isPending}
      error={add.error}
      canSave={id !== undefined}
    >
      <Field label={t("leads.groupLabel")} hint={t("leads.groupHint")}>
        {(fieldId) => <GroupChoice id={fieldId} value={chosen} onChange={setChosen} />}
      </Field>
    </FormDrawer>
  )
}
