import { Button, Container, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useFormat } from "../../../hooks/common/use-format"
import { useTimeLeft } from "../../../hooks/use-batch-progress"
import { useBatchActions } from "../../../hooks/use-batches"
import type { BatchStatus } from "../../../lib/playground/types"
import { BatchStatusBadge } from "../common/batch-status-badge"
import { BatchRemarks } from "./batch-remarks"
import { FailuresDrawer } from "./failures-drawer"
import { ProgressBar } from "./progress-bar"

interface ProgressSectionProps {
  campaignId: string
  state: BatchStatus
  /** The last attempt to hear more failed; what is shown may be old. */
  isStale: boolean
  onEditPrompt: () => void
}

/**
 * How the batch stands, live, in a slim bar that stays in view. It is as high whatever it says, so that
 * nothing below it moves while somebody reads.
 */
export const ProgressSection = (props: ProgressSectionProps) => {
  const { campaignId, state, isStale, onEditPrompt } = props
  const { t } = useTranslation("playground")
  const ask = usePrompt()
  const tellFailure = useFailureToast()
  const format = useFormat()
  const [isAskingWhy, setAskingWhy] = useState(false)
  const { cancel } = useBatchActions(campaignId, state.batch_id)
  const { overall } = state
  const open = overall.pending + overall.running
  const timeLeft = useTimeLeft(overall)
  const isCapped = state.per_lead.some(({ status, error }) => status === "cancelled" && error)

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

  const standing = () => {
    if (isStale && open > 0) return t("progress.stale")
    const { waiting_until: until } = state
    if (open > 0 && until && Date.parse(until) > Date.now()) {
      return t("progress.waiting", { time: format.dateTime(until) })
    }
    if (open > 0) {
      return timeLeft === null
        ? t("progress.started")
        : t("progress.timeLeft", { time: format.duration(timeLeft) })
    }
    // That nothing was written stands before it.
    if (isCapped || state.stop_reason) return overall.succeeded > 0 ? t("progress.stopped") : ""
    return state.status === "cancelled" ? t("progress.cancelledNow") : ""
  }

  return (
    <Container
      className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-3"
      role="region"
      aria-label={t("progress.title")}
    >
      <div className="flex min-h-7 flex-1 items-center md:flex-none">
        <BatchStatusBadge status={state.status} counts={overall} />
      </div>
      <div className="order-3 w-full xl:order-1 xl:w-auto xl:min-w-0 xl:flex-1">
        <ProgressBar counts={overall} />
      </div>
      <Text
        size="small"
        className="text-ui-fg-subtle order-2 min-h-5 w-full md:order-1 md:w-auto md:min-w-0 md:flex-1 md:truncate xl:order-2 xl:max-w-[40%] xl:flex-none"
        aria-live="polite"
      >
        {standing()}
      </Text>
      <div className="order-1 flex gap-x-2 md:order-2 xl:order-3">
        {(overall.failed > 0 || isCapped) && (
          <Button size="small" variant="secondary" onClick={() => setAskingWhy(true)}>
            {t("failures.open")}
          </Button>
        )}
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
      <BatchRemarks state={state} />
      {isAskingWhy && (
        <FailuresDrawer
          campaignId={campaignId}
          state={state}
          onEditPrompt={onEditPrompt}
          onClose={() => setAskingWhy(false)}
        />
      )}
    </Container>
  )
}
