import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useWords } from "../../../hooks/common/use-words"
import { useBatchProgress } from "../../../hooks/use-batch-progress"
import { useDrafts } from "../../../hooks/use-drafts"
import type { EvaluationDetail, TestLead } from "../../../lib/playground/evaluation-types"
import type { BatchStatus, Draft } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { DraftChecks } from "../drafts/draft-checks"
import { DraftFlags } from "../drafts/draft-flags"
import { EmailText } from "../drafts/email-text"
import { useTestLeadName } from "./use-test-lead-name"

interface EvaluatedDraftsProps {
  campaignId: string
  evaluation: EvaluationDetail
  leads: readonly TestLead[]
}

/** What was written to each test lead, those with something to look at first. */
export const EvaluatedDrafts = ({ campaignId, evaluation, leads }: EvaluatedDraftsProps) => {
  const { t } = useTranslation("testSets")
  const { batch_id } = evaluation
  return (
    <section aria-label={t("outcome.drafts")} className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("outcome.drafts")}
      </Text>
      {batch_id === null ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("outcome.draftsGone")}
        </Text>
      ) : (
        <OfBatch campaignId={campaignId} batchId={batch_id} leads={leads} />
      )}
    </section>
  )
}

interface OfBatchProps {
  campaignId: string
  batchId: string
  leads: readonly TestLead[]
}

const OfBatch = ({ campaignId, batchId, leads }: OfBatchProps) => {
  const { t } = useTranslation("testSets")
  const nameOf = useTestLeadName()
  const { data: state, error: unknown } = useBatchProgress(campaignId, batchId)
  const { data, error = unknown } = useDrafts(campaignId, batchId, state?.overall.succeeded ?? 0)
  if (error && !data) return <ErrorNotice title={t("outcome.draftsFailed")} error={error} />
  if (!data || !state) return <RowsSkeleton />
  const { total, pending, running } = state.overall
  const drafts = new Map(data.drafts.map((draft) => [draft.campaign_lead_id, draft]))
  const failures = new Map(
    state.per_lead.map(({ campaign_lead_id, error: failure }) => [campaign_lead_id, failure])
  )
  const shown = leads
    .map((lead) => ({ lead, draft: drafts.get(lead.id), failure: failures.get(lead.id) }))
    .sort(
      (one, other) => troubleOf(other) - troubleOf(one) || one.lead.position - other.lead.position
    )
  return (
    <>
      {pending + running > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("outcome.progress", { ended: total - pending - running, count: total })}
        </Text>
      )}
      <ol className="divide-y rounded-lg border">
        {shown.map(({ lead, draft, failure }) => (
          <li key={lead.id} className="px-4 py-3">
            <details>
              <summary className="txt-compact-small cursor-pointer break-words">
                <bdi>{nameOf(lead)}</bdi>
                <Remark draft={draft} />
              </summary>
              <div className="flex flex-col gap-y-3 pt-3">
                {draft ? <Written draft={draft} /> : <Failure failure={failure} />}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </>
  )
}

type Failure = BatchStatus["per_lead"][number]["error"]

/** Without a draft before flagged, flagged before a check that it breaks. */
function troubleOf({ draft, failure }: { draft: Draft | undefined; failure: Failure }): number {
  if (!draft) return failure ? 3 : 0
  if (draft.flags.length > 0) return 2
  return (draft.checks ?? []).some(({ passed }) => !passed) ? 1 : 0
}

const Remark = ({ draft }: { draft: Draft | undefined }) => {
  const { t } = useTranslation(["testSets", "playground"])
  const broken = (draft?.checks ?? []).filter(({ passed }) => !passed).length
  const said = draft
    ? [
        ...(draft.flags.length > 0
          ? [t("flags.count", { ns: "playground", count: draft.flags.length })]
          : []),
        ...(broken > 0 ? [t("outcome.broken", { count: broken })] : []),
      ]
    : [t("outcome.noDraft")]
  return <span className="text-ui-fg-subtle">{said.map((words) => ` · ${words}`).join("")}</span>
}

const Written = ({ draft: { flags, subject, body, checks = [] } }: { draft: Draft }) => (
  <>
    <DraftFlags flags={flags} />
    <EmailText
      subject={subject}
      body={body}
      places={checks.flatMap(({ place }) => (place ? [place] : []))}
    />
    <DraftChecks results={checks} />
  </>
)

const Failure = ({ failure }: { failure: Failure }) => {
  const { t } = useTranslation("testSets")
  const wordsOf = useWords("failures")
  return (
    <Text size="small" className="text-ui-fg-subtle break-words">
      {failure ? wordsOf(failure) : t("outcome.notYet")}
    </Text>
  )
}
