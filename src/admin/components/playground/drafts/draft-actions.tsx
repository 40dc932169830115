import { Button, Kbd } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/playground/types"

interface DraftActionsProps {
  draft: Draft
  /** What stands on the screen is an edit that was begun. */
  isEdited: boolean
  isApproving: boolean
  isWithdrawing: boolean
  onApprove: () => void
  onEdit: () => void
  onReject: () => void
  onWithdraw: () => void
  onRewrite: () => void
  /** More that can be done. */
  children: ReactNode
}

/** What can be done with a draft as it stands. A rejected one is kept for the record alone. */
export const DraftActions = (props: DraftActionsProps) => {
  const { draft, isEdited, isApproving, isWithdrawing } = props
  const { t } = useTranslation("playground")
  if (draft.review_status === "rejected") return null
  const isApproved = draft.review_status === "approved"
  return (
    // To the left: toasts appear on the right.
    <div className="bg-ui-bg-base sticky bottom-0 flex flex-wrap gap-2 rounded-b-lg px-6 py-3">
      {(!isApproved || isEdited) && (
        <Button size="small" isLoading={isApproving} onClick={props.onApprove}>
          {t(isEdited ? "edit.approve" : "approve.action")}
          <KeyHint name="A" />
        </Button>
      )}
      <Button size="small" variant="secondary" onClick={props.onEdit}>
        {t("edit.action")}
        <KeyHint name="E" />
      </Button>
      {isApproved ? (
        <Button
          size="small"
          variant="secondary"
          isLoading={isWithdrawing}
          onClick={props.onWithdraw}
        >
          {t("withdraw.action")}
        </Button>
      ) : (
        <Button size="small" variant="secondary" onClick={props.onReject}>
          {t("reject.action")}
          <KeyHint name="R" />
        </Button>
      )}
      {/* Where no model writes, the remark would stand in the mail. */}
      {!isApproved && draft.model && (
        <Button size="small" variant="transparent" onClick={props.onRewrite}>
          {t("rewrite.action")}
        </Button>
      )}
      {props.children}
    </div>
  )
}

/** Not part of the button's name; a phone has no such key. */
const KeyHint = ({ name }: { name: string }) => (
  <Kbd aria-hidden className="hidden lg:inline-flex">
    {name}
  </Kbd>
)
