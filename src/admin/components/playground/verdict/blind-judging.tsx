import { Button, FocusModal, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useWindowKeys } from "../../../hooks/common/use-window-keys"
import { useBlindJudging } from "../../../hooks/use-blind-judging"
import type { BlindComparison } from "../../../lib/playground/verdict-types"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { BlindPair } from "./blind-pair"
import { BlindProgress } from "./blind-progress"

interface BlindJudgingProps {
  campaignId: string
  comparison: BlindComparison
  onClose: () => void
}

/** One pair a screen, without a word of which prompt wrote which. */
export const BlindJudging = ({ campaignId, comparison, onClose }: BlindJudgingProps) => {
  const { t } = useTranslation("verdict")
  const judging = useBlindJudging(campaignId, comparison.id)
  const { pair, remaining, choose, undo, error, forget } = judging
  const close = () => {
    forget()
    onClose()
  }
  useWindowKeys({
    ArrowLeft: () => choose("left"),
    ArrowRight: () => choose("right"),
    ArrowDown: () => choose("equal"),
    u: () => undo?.(),
  })
  return (
    <FocusModal open onOpenChange={(isOpen) => !isOpen && close()}>
      <FocusModal.Content aria-describedby={undefined}>
        <div className="flex flex-wrap items-center justify-between gap-2 border-b px-4 py-3 sm:px-6">
          <FocusModal.Title asChild>
            <Heading level="h2">{t("blind.title")}</Heading>
          </FocusModal.Title>
          <div className="flex items-center gap-x-2">
            <Button size="small" variant="transparent" disabled={!undo} onClick={undo}>
              {t("blind.undo")}
            </Button>
            <Button size="small" variant="secondary" onClick={close}>
              {t("blind.close")}
            </Button>
          </div>
        </div>
        {remaining !== undefined && (
          <BlindProgress done={comparison.pairs - remaining} total={comparison.pairs} />
        )}
        {error && (
          <div className="px-4 pt-4 sm:px-6">
            <ErrorNotice title={t("blind.failed")} error={error} />
          </div>
        )}
        {pair && <BlindPair key={pair.pair_id} pair={pair} onChoose={choose} />}
        {pair === null && (
          <EmptyState title={t("blind.done")} hint={t("blind.doneHint")}>
            <Button size="small" onClick={close}>
              {t("blind.seeResult")}
            </Button>
          </EmptyState>
        )}
        {pair === undefined && !error && <RowsSkeleton />}
        {pair === undefined && error && (
          <Text size="small" className="text-ui-fg-subtle px-6 py-4">
            {t("blind.kept")}
          </Text>
        )}
      </FocusModal.Content>
    </FocusModal>
  )
}
