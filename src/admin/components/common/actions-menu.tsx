import { EllipsisHorizontal, PencilSquare, Trash } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface ActionsMenuProps {
  /** What they are done to, for the button's name. */
  name: string
  onEdit: () => void
  onDelete: () => void
}

/** Edit and delete, behind the dashboard's three dots. */
export const ActionsMenu = ({ name, onEdit, onDelete }: ActionsMenuProps) => {
  const { t } = useTranslation("outreach")
  const actions = [
    { Icon: PencilSquare, label: t("actions.edit"), act: onEdit },
    { Icon: Trash, label: t("actions.delete"), act: onDelete },
  ]
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          className="shrink-0"
          aria-label={t("actions.of", { name })}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {actions.map(({ Icon, label, act }) => (
          <DropdownMenu.Item key={label} className="gap-x-2" onClick={act}>
            <Icon className="text-ui-fg-subtle" />
            {label}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
