import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useApprovedEmail } from "../../../hooks/use-drafts"
import type { DraftDesk, Email } from "../../../hooks/use-draft-desk"
import type { useReview } from "../../../hooks/use-drafts"
import { leadName } from "../../../lib/common/lead-name"
import type { Draft, Lead } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"
import { ApprovedEmail } from "./approved-email"
import { DraftActions } from "./draft-actions"
import { DraftEditor } from "./draft-editor"
import { DraftFacts } from "./draft-facts"
import { DraftFlags } from "./draft-flags"
import { EmailText } from "./email-text"
import { PaneHeader } from "./pane-header"
import { Rejection } from "./rejection"

interface ReadingPaneProps {
  className: string
  campaignId: string
  draft: Draft
  lead: Lead | undefined
  desk: DraftDesk
  count: number
  review: ReturnType<typeof useReview>
  onApprove: (text: Email) => void
}

/** One draft, to be read and decided on. */
export const ReadingPane = (props: ReadingPaneProps) => {
  const { className, campaignId, draft, lead, desk, count, review, onApprove } = props
  const { t } = useTranslation("playground")
  const { approve, withdraw } = review
  const { data: approved } = useApprovedEmail(campaignId, draft)
  const discard = () => {
    desk.edits.delete(draft.id)
    desk.setMode("read")
  }
  const name = lead ? leadName(lead) : t("lead.unknown")
  const failed =
    approve.error && approve.variables?.draft.id === draft.id
      ? { title: t("approve.failed"), error: approve.error }
      : withdraw.error && withdraw.variables?.id === draft.id
        ? { title: t("withdraw.failed"), error: withdraw.error }
        : null
  return (
    <article
      aria-label={t("drafts.of", { name })}
      className={clx("flex min-w-0 flex-col divide-y", className)}
    >
      <PaneHeader draft={draft} lead={lead} name={name} desk={desk} count={count} />
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <DraftFlags flags={draft.flags} />
        {draft.review_status === "rejected" && <Rejection draft={draft} />}
        {failed && <ErrorNotice {...failed} />}
        {desk.mode === "edit" ? (
          <DraftEditor
            // Begins anew once it is known what was approved.
            key={approved?.approved_at}
            draft={draft}
            initial={desk.edits.get(draft.id) ?? approved ?? draft}
            onChange={(text) => desk.edits.set(draft.id, text)}
            isApproving={approve.isPending}
            onApprove={onApprove}
            onDiscard={discard}
          />
        ) : draft.review_status === "approved" ? (
          <ApprovedEmail campaignId={campaignId} draft={draft} />
        ) : (
          <EmailText subject={draft.subject} body={draft.body} />
        )}
      </div>
      {desk.mode !== "edit" && (
        <DraftActions
          draft={draft}
          isApproving={approve.isPending}
          isWithdrawing={withdraw.isPending}
          onApprove={() => onApprove(draft)}
          onEdit={() => desk.setMode("edit")}
          onReject={() => desk.setMode("reject")}
          onWithdraw={() => withdraw.mutate(draft)}
        />
      )}
      <DraftFacts draft={draft} />
    </article>
  )
}
