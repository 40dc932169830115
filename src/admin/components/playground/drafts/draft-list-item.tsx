import { Badge, Checkbox, Text, clx } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/playground/types"
import { ReviewBadge } from "../common/review-badge"

interface DraftListItemProps {
  draft: Draft
  /** Of its lead. */
  name: string
  isOpen: boolean
  onOpen: () => void
  /** Somebody has begun to edit it, and not approved that. */
  isEdited: boolean
  /** How many of its claims nothing supports, as the judge says. */
  unsupported: number
  isSelected: boolean
  onToggle: () => void
}

export const DraftListItem = (props: DraftListItemProps) => {
  const { draft, name, isOpen, onOpen, isEdited, unsupported, isSelected, onToggle } = props
  const { t } = useTranslation("playground")
  const row = useRef<HTMLLIElement>(null)
  useKeptInView(row, isOpen)
  return (
    <li
      ref={row}
      className={clx("flex items-start gap-x-2 px-4 py-3", isOpen && "bg-ui-bg-highlight")}
    >
      <Checkbox
        aria-label={t("bulk.select", { name })}
        checked={isSelected}
        disabled={draft.review_status === "rejected"}
        onCheckedChange={onToggle}
      />
      <button
        type="button"
        aria-current={isOpen}
        onClick={onOpen}
        className="focus-visible:shadow-borders-focus flex min-w-0 flex-1 flex-col gap-y-1 rounded-md text-left outline-none"
      >
        <Text as="span" size="small" weight="plus" className="w-full truncate">
          {name}
        </Text>
        <Text as="span" size="small" className="text-ui-fg-subtle w-full truncate">
          {draft.subject}
        </Text>
        <span className="flex flex-wrap gap-1">
          {draft.review_status !== "pending" && <ReviewBadge status={draft.review_status} />}
          {isEdited && (
            <Badge size="2xsmall" color="blue">
              {t("edit.begunShort")}
            </Badge>
          )}
          {draft.flags.length > 0 && (
            <Badge size="2xsmall" color="orange">
              {t("flags.count", { count: draft.flags.length })}
            </Badge>
          )}
          {unsupported > 0 && (
            <Badge size="2xsmall" color="red">
              {t("drafts.unsupported", { count: unsupported })}
            </Badge>
          )}
        </span>
      </button>
    </li>
  )
}

/** Scrolls its list, and the list alone: the page must not jump when the drafts arrive. */
function useKeptInView(row: React.RefObject<HTMLLIElement>, isOpen: boolean): void {
  useEffect(() => {
    const list = row.current?.parentElement
    if (!isOpen || !row.current || !list) return
    const { offsetTop, offsetHeight } = row.current
    const top = offsetTop - list.offsetTop
    if (top < list.scrollTop) list.scrollTop = top
    const bottom = top + offsetHeight
    if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight
  }, [row, isOpen])
}
