import { useRef, useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import {
  useBlindComparison,
  usePairsLeft,
  useStartComparison,
} from "../../../hooks/use-blind-comparison"
import { useSharedDrafts } from "../../../hooks/use-comparison"
import type { Batch } from "../../../lib/playground/types"
import type { BlindComparison } from "../../../lib/playground/verdict-types"
import { BlindJudging } from "./blind-judging"
import { Figures } from "./figures"
import { JudgeNotBegun } from "./judge-not-begun"
import { JudgeOfPair } from "./judge-of-pair"
import { JudgedPairs } from "./judged-pairs"
import { useMeasures } from "./use-measures"
import { VerdictHeader } from "./verdict-header"

interface VerdictOfPairProps {
  campaignId: string
  batches: readonly [Batch, Batch]
  /** The choice of batches, which stands below the sentence. */
  choice: ReactNode
  /** What changed between the prompts. */
  prompts: ReactNode
  /** What stands in the place of the pairs while none is judged. */
  unjudged: ReactNode
}

/** Which of two batches is better: the sentence, the figures, the pairs. */
export const VerdictOfPair = (props: VerdictOfPairProps) => {
  const { campaignId, batches, choice, prompts, unjudged } = props
  const { t } = useTranslation("verdict")
  const ids = [batches[0].id, batches[1].id] as const
  const { data: comparison, error } = useBlindComparison(campaignId, ids)
  const { data: remaining } = usePairsLeft(campaignId, comparison)
  const { data: shared } = useSharedDrafts(campaignId, ids)
  const start = useStartComparison(campaignId)
  const pairs = useRef<HTMLDivElement>(null)
  const [judging, setJudging] = useState<BlindComparison | null>(null)
  const measures = useMeasures(campaignId, comparison ?? null, batches)
  const judge = () => {
    if (comparison) setJudging(comparison)
    else start.mutate(ids, { onSuccess: setJudging })
  }
  const failed = start.error
    ? { title: t("blind.notStarted"), error: start.error }
    : error && !comparison
      ? { title: t("failed"), error }
      : null
  return (
    <>
      <VerdictHeader
        campaignId={campaignId}
        comparison={comparison}
        measures={measures}
        failed={failed}
        isStarting={start.isPending}
        remaining={remaining}
        shared={shared}
        onJudge={comparison === undefined ? undefined : judge}
        onShowPairs={() => pairs.current?.scrollIntoView({ block: "start" })}
      />
      {comparison && <JudgeOfPair campaignId={campaignId} comparison={comparison} />}
      {comparison === null && shared !== 0 && (
        <JudgeNotBegun
          campaignId={campaignId}
          batchId={ids[1]}
          isStarting={start.isPending}
          onBegin={() => start.mutate(ids)}
        />
      )}
      {choice}
      {measures.length > 0 && <Figures measures={measures} />}
      {prompts}
      {comparison && (comparison.judged > 0 || comparison.judge) ? (
        <div ref={pairs} className="scroll-mt-20">
          <JudgedPairs campaignId={campaignId} comparison={comparison} />
        </div>
      ) : (
        unjudged
      )}
      {judging && (
        <BlindJudging
          campaignId={campaignId}
          comparison={judging}
          onClose={() => setJudging(null)}
        />
      )}
    </>
  )
}
