import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useFormat } from "../../../hooks/common/use-format"
import { useCancelEvaluation, useEvaluation } from "../../../hooks/use-evaluations"
import type {
  Evaluation,
  EvaluationDetail,
  TestLead,
} from "../../../lib/playground/evaluation-types"
import { ErrorNotice } from "../../common/error-notice"
import { RequestedBy } from "../../common/requested-by"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { EvaluatedDrafts } from "./evaluated-drafts"
import { EvaluationStatusBadge } from "./evaluation-status-badge"
import { ThresholdResults } from "./threshold-results"
import type { EvaluatedPrompt } from "./use-evaluated-prompt"
import { useOutcomeWords } from "./use-outcome-words"

interface EvaluationDrawerProps {
  campaignId: string
  evaluationId: string
  leads: readonly TestLead[]
  promptOf: (evaluation: Evaluation) => EvaluatedPrompt
  onUsePrompt: (prompt: string) => void
  onClose: () => void
}

/** What a run came to, in words, with its prompt and its drafts. */
export const EvaluationDrawer = (props: EvaluationDrawerProps) => {
  const { campaignId, evaluationId, promptOf, onClose } = props
  const { t } = useTranslation("testSets")
  const { data: evaluation, error } = useEvaluation(campaignId, evaluationId)
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content aria-describedby={undefined} className="sm:max-w-[640px]">
        {/* Not Drawer.Header: its close button has no name. */}
        <div className="border-ui-border-base flex items-center justify-between gap-x-3 border-b px-6 py-4">
          <Drawer.Title className="min-w-0 break-words">
            {evaluation ? promptOf(evaluation).name : t("results.details")}
          </Drawer.Title>
          <Button size="small" variant="secondary" className="shrink-0" onClick={onClose}>
            {t("outcome.close")}
          </Button>
        </div>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto" tabIndex={0}>
          {error && !evaluation && <ErrorNotice title={t("results.failed")} error={error} />}
          {!evaluation && !error && <RowsSkeleton />}
          {evaluation && <Outcome {...props} evaluation={evaluation} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

type OutcomeProps = EvaluationDrawerProps & { evaluation: EvaluationDetail }

const Outcome = ({ campaignId, evaluation, leads, onUsePrompt }: OutcomeProps) => {
  const { t } = useTranslation("testSets")
  const format = useFormat()
  const sayOutcome = useOutcomeWords()
  const tellFailure = useFailureToast()
  const cancel = useCancelEvaluation(campaignId)
  const { status, batch_id, thresholds, prompt, created_at, created_by } = evaluation
  return (
    <>
      <div className="flex flex-col gap-y-2" role="status">
        <div className="flex flex-wrap items-center gap-2">
          <EvaluationStatusBadge status={status} />
          <Text size="small">{sayOutcome(evaluation)}</Text>
        </div>
        <Text size="small" className="text-ui-fg-subtle">
          {t("outcome.by", { when: format.dateTime(created_at) })}{" "}
          <RequestedBy actorId={created_by} />
        </Text>
        {status === "pending" && batch_id && (
          <div>
            <Button
              size="small"
              variant="secondary"
              isLoading={cancel.isPending}
              onClick={() =>
                cancel.mutate(batch_id, {
                  onSuccess: () => toast.success(t("outcome.isCancelled")),
                  onError: (error) => tellFailure(t("outcome.notCancelled"), error),
                })
              }
            >
              {t("outcome.cancel")}
            </Button>
          </div>
        )}
      </div>
      <ThresholdResults results={thresholds} />
      <section className="flex flex-col gap-y-2">
        <Text size="small" weight="plus">
          {t("outcome.prompt")}
        </Text>
        <div
          dir="auto"
          tabIndex={0}
          role="region"
          aria-label={t("outcome.prompt")}
          className="bg-ui-bg-subtle txt-small max-h-40 overflow-y-auto whitespace-pre-wrap break-words rounded p-3"
        >
          {prompt}
        </div>
        <div>
          <Button size="small" variant="secondary" onClick={() => onUsePrompt(prompt)}>
            {t("outcome.use")}
          </Button>
        </div>
      </section>
      <EvaluatedDrafts campaignId={campaignId} evaluation={evaluation} leads={leads} />
    </>
  )
}
