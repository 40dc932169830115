import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePairJudging, usePairJudgingActions } from "../../../hooks/use-pair-judging"
import { useJudgeWords } from "../../../hooks/use-judge-words"
import type { ShownComparison } from "../../../lib/playground/orient-comparison"
import { JudgeControls } from "../judge/judge-controls"
import { useVerdictWords } from "./use-verdict-words"

interface JudgeOfPairProps {
  campaignId: string
  comparison: ShownComparison
}

/** What the judge makes of two batches, apart from people; how far to trust it; and the way to ask it. */
export const JudgeOfPair = ({ campaignId, comparison }: JudgeOfPairProps) => {
  const { t } = useTranslation("judge")
  const words = useJudgeWords()
  const ofVerdict = useVerdictWords()
  const { data, error, failureCount, fetchStatus } = usePairJudging(campaignId, comparison.id)
  const { ask, stop } = usePairJudgingActions(campaignId, comparison.id)
  if (!data) {
    return error ? (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4" role="alert">
        {t("failed")}
      </Text>
    ) : null
  }
  if (!data.judge) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("none")}
      </Text>
    )
  }
  const { judge } = comparison
  const { pending, judged, failed, cancelled, unjudged } = data.counts
  const left = failed + cancelled + unjudged
  const ended = judged + failed + cancelled
  const isStale = failureCount > 0 || fetchStatus === "paused"
  const label = ended === 0 ? "ask.action" : unjudged > 0 ? "ask.rest" : "ask.again"
  return (
    <section
      aria-label={t("title")}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4"
    >
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-y-1" role="status">
        <Heading level="h3">{t("title")}</Heading>
        {judge ? (
          <>
            <Text size="small">{ofVerdict.sentence({ ...judge, pairs: comparison.pairs })}</Text>
            <Text size="small" className="text-ui-fg-subtle">
              {ofVerdict.tally(judge)} · {t("pairs.bothOrders")}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {words.pairAgreement(judge.agreement, comparison.people)}
            </Text>
          </>
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {t("pairs.offer")}
          </Text>
        )}
        {pending > 0 && (
          <Text size="small" weight="plus">
            {t("pairs.running", { done: ended, count: ended + pending })}
          </Text>
        )}
        {pending > 0 && isStale && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("running.stale")}
          </Text>
        )}
        {failed > 0 && (
          <Text size="small" className="text-ui-fg-error break-words">
            {data.error
              ? t("pairs.failedWhy", { count: failed, reason: words.failure(data.error) })
              : t("pairs.failed", { count: failed })}
          </Text>
        )}
        {cancelled > 0 && failed === 0 && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {data.error
              ? t("pairs.cancelledWhy", { count: cancelled, reason: words.failure(data.error) })
              : t("pairs.cancelled", { count: cancelled })}
          </Text>
        )}
      </div>
      <JudgeControls
        ask={ask}
        stop={stop}
        canStop={pending > 0}
        offer={
          pending === 0 && left > 0
            ? { estimate: words.estimate(left, data.estimate), label: t(label) }
            : undefined
        }
      />
    </section>
  )
}
