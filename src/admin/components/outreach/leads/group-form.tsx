import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCustomerGroups } from "../../../hooks/outreach/use-host-options"
import { useLeadActions } from "../../../hooks/outreach/use-lead-actions"
import type { ImportReport } from "../../../lib/outreach/types"
import { Choice } from "../common/choice"
import { Field } from "../common/field"
import { FormDrawer } from "../common/form-drawer"

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
    >
      {groups?.length === 0 ? (
        <Text size="small">{t("leads.groupNone")}</Text>
      ) : (
        <Field label={t("leads.groupLabel")} hint={t("leads.groupHint")}>
          {(fieldId) => (
            <Choice
              id={fieldId}
              value={id ?? ""}
              onChange={setChosen}
              options={(groups ?? []).map((group) => ({
                value: group.id,
                label: group.name ?? group.id,
              }))}
            />
          )}
        </Field>
      )}
    </FormDrawer>
  )
}
