import { Button, Kbd } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/playground/types"

interface DraftActionsProps {
  draft: Draft
  isApproving: boolean
  isWithdrawing: boolean
  onApprove: () => void
  onEdit: () => void
  onReject: () => void
  onWithdraw: () => void
}

/** What can be done with a draft as it stands. A rejected one is kept for the record alone. */
export const DraftActions = (props: DraftActionsProps) => {
  const { draft, isApproving, isWithdrawing } = props
  const { t } = useTranslation("playground")
  if (draft.review_status === "rejected") return null
  const isApproved = draft.review_status === "approved"
  return (
    <div className="flex flex-wrap justify-end gap-2 px-6 py-4">
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
      <Button size="small" variant="secondary" onClick={props.onEdit}>
        {t("edit.action")}
        <KeyHint name="E" />
      </Button>
      {!isApproved && (
        <Button size="small" isLoading={isApproving} onClick={props.onApprove}>
          {t("approve.action")}
          <KeyHint name="A" />
        </Button>
      )}
    </div>
  )
}

/** Not part of the button's name; a phone has no such key. */
const KeyHint = ({ name }: { name: string }) => (
  <Kbd aria-hidden className="hidden lg:inline-flex">
    {name}
  </Kbd>
)
