import { Button, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ShownComparison } from "../../../lib/playground/orient-comparison"
import { ErrorNotice } from "../../common/error-notice"
import { ExportMenu } from "./export-menu"
import type { Measure } from "../../../lib/playground/measures"
import { useVerdictWords } from "./use-verdict-words"

interface VerdictHeaderProps {
  campaignId: string
  /** Undefined: not known yet; null: nobody has begun one. */
  comparison: ShownComparison | null | undefined
  measures: readonly Measure[]
  /** Why it is not known, or why none was begun. */
  failed: { title: string; error: Error } | null
  isStarting: boolean
  /** Pairs that this person has not judged; undefined: not known. */
  remaining: number | undefined
  /** Leads that both batches drafted; undefined: not known. */
  shared: number | undefined
  /** Undefined: there are no two batches to judge. */
  onJudge: (() => void) | undefined
  /** Shows the pairs with what was chosen. */
  onShowPairs: () => void
}

/** Which is better and how sure that is, in one sentence; and the way to make it surer. */
export const VerdictHeader = (props: VerdictHeaderProps) => {
  const { campaignId, comparison, measures, failed, isStarting } = props
  const { remaining, shared, onJudge, onShowPairs } = props
  const { t } = useTranslation("verdict")
  const words = useVerdictWords()
  const isBegun = comparison && comparison.judged > 0
  const isJudged = isBegun || comparison?.judge
  const isDone = isBegun && remaining === 0
  const isHopeless = comparison === null && shared === 0
  const remarks = comparison
    ? [...words.remarks(comparison), ...(isDone ? [t("blind.done")] : [])]
    : [t(isHopeless ? "sentence.notSharedHint" : "sentence.noneHint")]
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-col gap-y-1" role="status" aria-label={t("title")}>
        {comparison === undefined && !failed ? (
          <Skeleton className="h-7 w-2/3" />
        ) : (
          <Heading level="h2" className="text-balance">
            {comparison
              ? words.wholeSentence(comparison)
              : t(isHopeless ? "sentence.notShared" : "sentence.none")}
          </Heading>
        )}
        <Text size="small" className="text-ui-fg-subtle">
          {remarks.join(" · ")}
        </Text>
      </div>
      {failed && <ErrorNotice {...failed} />}
      <div className="flex flex-wrap gap-2">
        {isDone && (
          <Button size="small" variant="secondary" onClick={onShowPairs}>
            {t("blind.lookAgain")}
          </Button>
        )}
        {onJudge && !isDone && !isHopeless && (
          <Button size="small" isLoading={isStarting} onClick={onJudge}>
            {t(isBegun ? "blind.goOn" : "blind.start")}
          </Button>
        )}
        {isJudged && comparison && (
          <ExportMenu campaignId={campaignId} comparison={comparison} measures={measures} />
        )}
      </div>
    </div>
  )
}
