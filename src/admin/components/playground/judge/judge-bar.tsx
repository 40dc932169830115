import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useJudging, useJudgingActions } from "../../../hooks/use-judging"
import { useJudgeWords } from "../../../hooks/use-judge-words"
import { JudgeControls } from "./judge-controls"
import { JudgeFindings } from "./judge-findings"

interface JudgeBarProps {
  campaignId: string
  batchId: string
  /** Drafts are still being written: what stops the judge would stop them as well. */
  isDrafting: boolean
}

/** What the judge says of a batch and how far to trust it; what asking it will use, and how to stop it. */
export const JudgeBar = ({ campaignId, batchId, isDrafting }: JudgeBarProps) => {
  const { t } = useTranslation("judge")
  const words = useJudgeWords()
  const { data: judging, fetchStatus, failureCount, error } = useJudging(campaignId, batchId)
  const { ask, stop } = useJudgingActions(campaignId, batchId)
  if (!judging) {
    return error ? (
      <Text size="small" className="text-ui-fg-subtle px-6 py-3" role="alert">
        {t("failed")}
      </Text>
    ) : null
  }
  if (!judging.judge) return null
  const { pending, judged, failed, cancelled, unjudged } = judging.counts
  const left = failed + cancelled + unjudged
  const ended = judged + failed + cancelled
  // Its place is there from the first draft on: nothing below moves when the last one is written.
  if (ended + pending === 0 && left === 0 && !isDrafting) return null
  const isStale = failureCount > 0 || fetchStatus === "paused"
  const label = ended === 0 ? "ask.action" : unjudged > 0 ? "ask.rest" : "ask.again"
  const canAsk = pending === 0 && left > 0 && !isDrafting
  return (
    <section
      aria-label={t("title")}
      className="flex min-h-[88px] flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3 md:min-h-[66px] lg:min-h-[53px]"
    >
      <div className="min-w-0 flex-1 basis-64" role="status">
        {pending > 0 && (
          <Text size="small" weight="plus">
            {t("running.drafts", { done: ended, count: ended + pending })}
          </Text>
        )}
        {pending > 0 && isStale && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("running.stale")}
          </Text>
        )}
        {ended > 0 ? (
          <JudgeFindings campaignId={campaignId} judging={judging} />
        ) : (
          pending === 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("ask.offer")}
            </Text>
          )
        )}
      </div>
      <JudgeControls
        ask={ask}
        stop={stop}
        canStop={pending > 0 && !isDrafting}
        offer={
          canAsk ? { estimate: words.estimate(left, judging.estimate), label: t(label) } : undefined
        }
      />
    </section>
  )
}
