import { Button, Checkbox, Label, Text, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Selection } from "../../../hooks/common/use-selection"
import type { Approvals } from "../../../hooks/use-approvals"
import type { DraftDesk } from "../../../hooks/use-draft-desk"
import type { Review } from "../../../hooks/use-drafts"
import { isUnsuspicious } from "../../../lib/playground/draft-filter"
import type { Refusal, ReviewOutcome } from "../../../lib/playground/review-outcome"
import type { Draft } from "../../../lib/playground/types"
import { BulkDialog, type BulkKind } from "./bulk-dialog"
import { RefusedDrafts } from "./refused-drafts"

interface BulkReviewProps {
  shown: readonly Draft[]
  drafts: readonly Draft[]
  selection: Selection
  desk: DraftDesk
  review: Review
  approvals: Approvals
  /** How many claims of a draft nothing supports, by draft, as the judge says. */
  unsupported: ReadonlyMap<string, number>
  nameOf: (draftId: string) => string
}

/** What each act can be done to. */
const ACTS_ON = {
  approve: "pending",
  reject: "pending",
  withdraw: "approved",
} as const satisfies Record<BulkKind, Draft["review_status"]>
const KINDS = ["approve", "reject", "withdraw"] as const

/** Decides on exactly the drafts that are ticked, once somebody has read what they are. */
export const BulkReview = (props: BulkReviewProps) => {
  const { shown, drafts, selection, desk, review, approvals, unsupported, nameOf } = props
  const { t } = useTranslation("playground")
  const id = useId()
  const [asked, setAsked] = useState<BulkKind | null>(null)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const unsuspicious = shown.filter(isUnsuspicious).map((draft) => draft.id)
  const chosen = drafts.filter((draft) => selection.ids.has(draft.id))
  const areAllChosen =
    unsuspicious.length > 0 && unsuspicious.every((draftId) => selection.ids.has(draftId))
  const isChecked = areAllChosen || (chosen.length > 0 && "indeterminate")
  const chosenFor = (kind: BulkKind) =>
    chosen.filter(({ review_status }) => review_status === ACTS_ON[kind])
  const { approveAll, withdrawAll, rejectAll } = review
  const actions = { approve: approveAll, reject: rejectAll, withdraw: withdrawAll }
  const isBusy = KINDS.some((kind) => actions[kind].isPending)

  const ask = (kind: BulkKind) => {
    actions[kind].reset()
    setAsked(kind)
  }
  const settle = (outcome: ReviewOutcome) => {
    setAsked(null)
    selection.clear()
    setRefused(outcome.refused)
  }
  const act = (kind: BulkKind, reason: string) => {
    const those = chosenFor(kind)
    setRefused([])
    if (kind === "approve") return approvals.approveAll(those, settle)
    const onSuccess = (outcome: ReviewOutcome) => {
      settle(outcome)
      const count = outcome.done.length
      if (count > 0)
        toast.success(t(kind === "reject" ? "bulk.rejected" : "bulk.withdrawn", { count }))
    }
    if (kind === "reject") rejectAll.mutate({ drafts: those, reason }, { onSuccess })
    else withdrawAll.mutate({ drafts: those }, { onSuccess })
  }
  return (
    <>
      <div className="flex min-h-[52px] flex-wrap items-center justify-between gap-x-3 gap-y-2 px-6 py-2.5">
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
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
            {t("bulk.selected", { count: chosen.length })}
          </Text>
          {KINDS.filter((kind) => kind === "approve" || chosenFor(kind).length > 0).map((kind) => (
            <Button
              key={kind}
              size="small"
              variant="secondary"
              disabled={chosenFor(kind).length === 0 || isBusy}
              isLoading={kind === "approve" && isBusy}
              onClick={() => ask(kind)}
            >
              {t(`bulk.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
      {refused.length > 0 && <RefusedDrafts refused={refused} nameOf={nameOf} />}
      {asked && (
        <BulkDialog
          kind={asked}
          drafts={chosenFor(asked)}
          opened={desk.opened}
          edited={new Set(desk.edits.keys())}
          unsupported={unsupported}
          nameOf={nameOf}
          isBusy={isBusy}
          error={actions[asked].error}
          onConfirm={(reason) => act(asked, reason)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
