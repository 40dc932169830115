import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DraftDesk } from "../../../hooks/use-draft-desk"
import { useApprovedEmail } from "../../../hooks/use-approved-email"
import type { Review } from "../../../hooks/use-drafts"
import { useDraftJudgings } from "../../../hooks/use-judging"
import type { Rewrites } from "../../../hooks/use-rewrites"
import { keepEdit } from "../../../lib/playground/begun-edits"
import { placesOfUnsupported } from "../../../lib/playground/claim-places"
import { keptEdits } from "../../../lib/playground/kept"
import type { Draft, Lead } from "../../../lib/playground/types"
import type { CheckResult } from "../../../lib/playground/verdict-types"
import { ErrorNotice } from "../../common/error-notice"
import { DraftJudging } from "../judge/draft-judging"
import { ApprovedEmail } from "./approved-email"
import { BegunEdit } from "./begun-edit"
import { DraftActions } from "./draft-actions"
import { DraftEditor } from "./draft-editor"
import { DraftChecks } from "./draft-checks"
import { DraftFacts } from "./draft-facts"
import { DraftFlags } from "./draft-flags"
import { DraftJudgement } from "./draft-judgement"
import { EmailText } from "./email-text"
import { LeadFacts } from "./lead-facts"
import { MailFooter } from "./mail-footer"
import { PaneHeader } from "./pane-header"
import { Rejection } from "./rejection"
import { Rewritten } from "./rewritten"
import { TestSend } from "./test-send"

interface ReadingPaneProps {
  className: string
  campaignId: string
  batchId: string
  draft: Draft
  lead: Lead | undefined
  name: string
  desk: DraftDesk
  count: number
  review: Review
  rewrites: Rewrites
  /** What the campaign's checks say of it. */
  results: readonly CheckResult[]
  onApprove: () => void
}

/** One draft, to be read and decided on. What is on the screen is what is approved. */
export const ReadingPane = (props: ReadingPaneProps) => {
  const {
    className,
    campaignId,
    batchId,
    draft,
    lead,
    name,
    desk,
    count,
    review,
    rewrites,
    results,
  } = props
  const { t } = useTranslation("playground")
  const { approve, withdraw } = review
  const { data: approved } = useApprovedEmail(campaignId, draft)
  const before = approved ?? draft
  const { data: judged } = useDraftJudgings(campaignId, batchId)
  const claims = judged?.judgements.find(({ draft_id }) => draft_id === draft.id)?.claims ?? []
  const edit = draft.review_status === "rejected" ? undefined : desk.edits.get(draft.id)
  const rewriteId = rewrites.batchIdOf(draft.id)
  const failed =
    approve.error && approve.variables?.draft.id === draft.id
      ? { title: t("approve.failed"), error: approve.error }
      : withdraw.error && withdraw.variables?.id === draft.id
        ? { title: t("withdraw.failed"), error: withdraw.error }
        : null
  return (
    <article
      aria-label={t("drafts.of", { name })}
      className={clx("flex min-h-0 min-w-0 flex-col divide-y", className)}
    >
      <PaneHeader draft={draft} lead={lead} name={name} desk={desk} count={count} />
      <div className="flex min-h-0 flex-1 flex-col divide-y md:overflow-y-auto">
        <div className="divide-y xl:grid xl:grid-cols-[minmax(0,1fr)_220px] xl:divide-y-0">
          <div className="flex min-w-0 flex-col gap-y-4 px-6 py-4">
            {failed && <ErrorNotice {...failed} />}
            <DraftFlags flags={draft.flags} />
            <DraftChecks results={results} />
            {draft.review_status === "rejected" && <Rejection draft={draft} />}
            {desk.mode === "edit" ? (
              <DraftEditor
                // Begins anew once it is known what was approved.
                key={approved?.approved_at}
                before={before}
                initial={edit ?? before}
                onChange={(text) => keepEdit(draft.id, before, text)}
                isApproving={approve.isPending}
                onApprove={props.onApprove}
                onClose={() => desk.setMode("read")}
                renderMore={(text) => (
                  <TestSend campaignId={campaignId} draft={draft} text={text} />
                )}
                onDiscard={() => {
                  keptEdits.drop(draft.id)
                  desk.setMode("read")
                }}
              />
            ) : edit ? (
              <BegunEdit before={before} edit={edit} />
            ) : draft.review_status === "approved" ? (
              <ApprovedEmail campaignId={campaignId} draft={draft} />
            ) : (
              <EmailText
                subject={draft.subject}
                body={draft.body}
                places={[...placesOf(results), ...placesOfUnsupported(draft, claims)]}
              />
            )}
            {draft.review_status !== "rejected" && <MailFooter campaignId={campaignId} />}
            {rewriteId && <Rewritten campaignId={campaignId} draft={draft} batchId={rewriteId} />}
            <DraftJudgement
              campaignId={campaignId}
              batchId={batchId}
              draft={draft}
              hasKeys={desk.mode === "read"}
            />
            <DraftJudging
              campaignId={campaignId}
              batchId={batchId}
              draftId={draft.id}
              isEdited={edit !== undefined || approved?.is_edited === true}
            />
          </div>
          {(lead ?? draft.customer) && (
            <div className="px-6 py-4 xl:border-l">
              <LeadFacts lead={lead} customer={draft.customer} text={edit ?? before} />
            </div>
          )}
        </div>
        <DraftFacts draft={draft} />
      </div>
      {desk.mode !== "edit" && (
        <DraftActions
          draft={draft}
          isEdited={edit !== undefined}
          isApproving={approve.isPending}
          isWithdrawing={withdraw.isPending}
          onApprove={props.onApprove}
          onEdit={() => desk.setMode("edit")}
          onReject={() => desk.setMode("reject")}
          onRewrite={() => desk.setMode("rewrite")}
          onWithdraw={() => withdraw.mutate(draft)}
        >
          <TestSend campaignId={campaignId} draft={draft} text={edit ?? before} />
        </DraftActions>
      )}
    </article>
  )
}

/** Where a check found what it does not want. */
const placesOf = (results: readonly CheckResult[]) =>
  results.flatMap(({ passed, place }) => (passed || !place ? [] : [place]))
