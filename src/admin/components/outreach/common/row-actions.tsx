import { PencilSquare, Trash } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface RowActionsProps {
  /** What the row is about, for the buttons' names. */
  name: string
  onEdit: () => void
  onDelete: () => void
}

/** Edit and delete, at the end of a row. */
export const RowActions = ({ name, onEdit, onDelete }: RowActionsProps) => {
  const { t } = useTranslation("outreach")
  return (
    <div className="flex justify-end gap-x-1">
      <IconButton
        size="small"
        variant="transparent"
        type="button"
        aria-label={t("actions.editOf", { name })}
        onClick={onEdit}
      >
        <PencilSquare />
      </IconButton>
      <IconButton
        size="small"
        variant="transparent"
        type="button"
        aria-label={t("actions.deleteOf", { name })}
        onClick={onDelete}
      >
        <Trash />
      </IconButton>
    </div>
  )
}
