import { Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCustomerGroups } from "../../../hooks/use-host-options"
import { ErrorNotice } from "../../common/error-notice"
import { Choice } from "../../common/choice"

interface GroupChoiceProps {
  id?: string
  /** Null: the first one. */
  value: string | null
  onChange: (id: string) => void
}

/** One of the host's customer groups, or why there is none to choose. */
export const GroupChoice = ({ id, value, onChange }: GroupChoiceProps) => {
  const { t } = useTranslation("outreach")
  const { data: groups, error } = useCustomerGroups()
  if (!groups) {
    return error ? (
      <ErrorNotice title={t("failed")} error={error} />
    ) : (
      <Skeleton className="h-8 w-full" />
    )
  }
  if (groups.length === 0) {
    return (
      <Text size="small">
        {t("leads.groupNone")}{" "}
        <Link to="/customer-groups/create" className="text-ui-fg-interactive">
          {t("leads.groupMake")}
        </Link>
      </Text>
    )
  }
  return (
    <Choice
      id={id}
      label={t("leads.groupLabel")}
      value={value ?? groups[0]?.id ?? ""}
      onChange={onChange}
      options={groups.map((group) => ({ value: group.id, label: group.name ?? group.id }))}
    />
  )
}
