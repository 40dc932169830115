import { Button, Checkbox, Label, Text, toast } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { useReview } from "../../../hooks/use-drafts"
import type { Selection } from "../../../hooks/common/use-selection"
import { isUnsuspicious } from "../../../lib/playground/draft-filter"
import type { Draft, Lead } from "../../../lib/playground/types"
import { RefusedDrafts } from "./refused-drafts"
import { ErrorNotice } from "../../common/error-notice"

interface BulkReviewProps {
  shown: readonly Draft[]
  drafts: readonly Draft[]
  leads: ReadonlyMap<string, Lead> | undefined
  selection: Selection
  approveNamed: ReturnType<typeof useReview>["approveNamed"]
}

/** Approves exactly the drafts that are ticked, and says of each that was refused why. */
export const BulkReview = ({ shown, drafts, leads, selection, approveNamed }: BulkReviewProps) => {
  const { t } = useTranslation("playground")
  const id = useId()
  const unsuspicious = shown.filter(isUnsuspicious).map((draft) => draft.id)
  const chosen = drafts.filter((draft) => selection.ids.has(draft.id)).map((draft) => draft.id)
  const areAllChosen =
    unsuspicious.length > 0 && unsuspicious.every((draftId) => selection.ids.has(draftId))
  const isChecked = areAllChosen || (chosen.length > 0 && "indeterminate")

  const approveChosen = () =>
    approveNamed.mutate(chosen, {
      onSuccess: ({ approved }) => {
        selection.clear()
        if (approved.length > 0) toast.success(t("bulk.done", { count: approved.length }))
      },
    })
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-3">
        <div className="flex items-center gap-x-2">
          <Checkbox
            id={id}
            checked={isChecked}
            disabled={unsuspicious.length === 0 && chosen.length === 0}
            onCheckedChange={() =>
              areAllChosen ? selection.clear() : selection.replace(unsuspicious)
            }
          />
          <Label size="small" htmlFor={id}>
            {t("bulk.selectUnflagged", { count: unsuspicious.length })}
          </Label>
        </div>
        <div className="flex items-center gap-x-3">
          <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
            {t("bulk.selected", { count: chosen.length })}
          </Text>
          <Button
            size="small"
            variant="secondary"
            disabled={chosen.length === 0}
            isLoading={approveNamed.isPending}
            onClick={approveChosen}
          >
            {t("bulk.approve")}
          </Button>
        </div>
      </div>
      {approveNamed.error && (
        <div className="px-6 py-4">
          <ErrorNotice title={t("bulk.failed")} error={approveNamed.error} />
        </div>
      )}
      {approveNamed.data && approveNamed.data.refused.length > 0 && (
        <RefusedDrafts refused={approveNamed.data.refused} drafts={drafts} leads={leads} />
      )}
    </>
  )
}
