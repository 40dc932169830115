import { Button, Container, Heading, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useBatchActions } from "../../../hooks/use-batches"
import { useTimeLeft } from "../../../hooks/use-batch-progress"
import { useFormat } from "../../../hooks/common/use-format"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import type { BatchStatus } from "../../../lib/playground/types"
import { BatchStatusBadge } from "../common/batch-status-badge"
import { FailedLeads } from "./failed-leads"
import { ProgressBar } from "./progress-bar"
import { StopReasons } from "./stop-reasons"

interface ProgressSectionProps {
  campaignId: string
  state: BatchStatus
  /** The last attempt to hear more failed; what is shown may be old. */
  isStale: boolean
}

/** How the batch stands, live, with the ways to stop it and to try its failures again. */
export const ProgressSection = ({ campaignId, state, isStale }: ProgressSectionProps) => {
  const { t } = useTranslation("playground")
  const ask = usePrompt()
  const tellFailure = useFailureToast()
  const format = useFormat()
  const { cancel, retry } = useBatchActions(campaignId, state.batch_id)
  const { overall } = state
  const open = overall.pending + overall.running
  const timeLeft = useTimeLeft(overall)

  const cancelBatch = async () => {
    const isSure = await ask({
      title: t("cancel.title"),
      description: t("cancel.description", { count: open }),
      confirmText: t("cancel.confirm"),
      cancelText: t("cancel.keep"),
    })
    if (!isSure) return
    cancel.mutate(undefined, {
      onSuccess: ({ cancelled_count }) =>
        toast.success(t("cancel.done", { count: cancelled_count })),
      onError: (error) => tellFailure(t("cancel.failed"), error),
    })
  }
  const retryLeads = (leadIds?: string[]) =>
    retry.mutate(leadIds, {
      onSuccess: ({ total }) => toast.success(t("retry.done", { count: total })),
      onError: (error) => tellFailure(t("retry.failed"), error),
    })

  const standing = () => {
    if (open > 0) {
      return timeLeft === null
        ? t("progress.started")
        : t("progress.timeLeft", { time: format.duration(timeLeft) })
    }
    return t(state.status === "cancelled" ? "progress.cancelledNow" : "progress.ended")
  }

  return (
    <Container className="divide-y p-0" role="region" aria-label={t("progress.title")}>
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Heading level="h2">{t("progress.title")}</Heading>
        <BatchStatusBadge status={state.status} />
      </div>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <ProgressBar counts={overall} />
        <StopReasons leads={state.per_lead} />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Text size="small" className="text-ui-fg-subtle" aria-live="polite">
            {standing()}
            {isStale && ` ${t("progress.stale")}`}
          </Text>
          {open > 0 && (
            <Button
              size="small"
              variant="secondary"
              isLoading={cancel.isPending}
              onClick={() => void cancelBatch()}
            >
              {t("cancel.action")}
            </Button>
          )}
        </div>
      </div>
      {overall.failed > 0 && state.status !== "cancelled" && (
        <FailedLeads
          campaignId={campaignId}
          state={state}
          isRetrying={retry.isPending}
          onRetry={retryLeads}
        />
      )}
    </Container>
  )
}
