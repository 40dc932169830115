import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Selection } from "../../../hooks/common/use-selection"
import type { Email } from "../../../lib/playground/kept"
import type { Draft } from "../../../lib/playground/types"
import { DraftListItem } from "./draft-list-item"

interface DraftListProps {
  className: string
  drafts: readonly Draft[]
  /** By lead. */
  nameOf: (leadId: string) => string
  openId: string
  onOpen: (draftId: string) => void
  selection: Selection
  edits: ReadonlyMap<string, Email>
  /** How many claims of a draft nothing supports, by draft. */
  unsupported: ReadonlyMap<string, number>
}

export const DraftList = (props: DraftListProps) => {
  const { className, drafts, nameOf, openId, onOpen, selection, edits, unsupported } = props
  const { t } = useTranslation("playground")
  return (
    <ul
      aria-label={t("drafts.title")}
      className={clx("divide-y md:min-h-0 md:overflow-y-auto", className)}
    >
      {drafts.map((draft) => (
        <DraftListItem
          key={draft.id}
          draft={draft}
          name={nameOf(draft.campaign_lead_id)}
          isOpen={draft.id === openId}
          onOpen={() => onOpen(draft.id)}
          isEdited={edits.has(draft.id)}
          unsupported={unsupported.get(draft.id) ?? 0}
          isSelected={selection.ids.has(draft.id)}
          onToggle={() => selection.toggle(draft.id)}
        />
      ))}
    </ul>
  )
}
