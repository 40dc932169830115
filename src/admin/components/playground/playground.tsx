import { Button } from "@medusajs/ui"
import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"
import { useLast } from "../../hooks/common/use-last"
import { useBatchInView } from "../../hooks/use-batch-progress"
import { useComposer } from "../../hooks/use-composer"
import { usePlaceholders } from "../../hooks/use-prompts"
import { useReturnAddress } from "../../hooks/use-return-address"
import { useSample } from "../../hooks/use-sample"
import type { Campaign } from "../../lib/playground/types"
import { ErrorNotice } from "../common/error-notice"
import { ComposerSection } from "./compose/composer-section"
import { PlaygroundTabs } from "./playground-tabs"
import { ProgressSection } from "./progress/progress-section"

interface PlaygroundProps {
  campaign: Campaign
  /** Steps with a variant that is drafted per lead; at least one. */
  steps: readonly [number, ...number[]]
}

/** Write a prompt, try it, generate, watch, read and decide: one screen. */
export const Playground = ({ campaign, steps }: PlaygroundProps) => {
  const { t } = useTranslation("playground")
  useReturnAddress()
  const inView = useBatchInView(campaign.id)
  const [leadId, setLeadId] = useState<string>()
  /** Null: folded once there are drafts to read. */
  const [isWriting, setWriting] = useState<boolean | null>(null)
  const { state, error } = inView
  const composer = useComposer({
    campaignId: campaign.id,
    steps,
    leadId,
    state,
    onGenerated: (batchId) => {
      setWriting(false)
      inView.show(batchId)
    },
  })
  // A try makes a batch: the prompt stays open over it.
  const sample = useSample(campaign.id, composer, () => setWriting(true))
  const { preview } = composer
  const placeholders = usePlaceholders(campaign, useLast(preview.data))
  const chooseLead = useCallback((id: string) => setLeadId(id), [])
  const write = () => {
    setWriting(true)
    document.querySelector("main")?.scrollTo({ top: 0 })
  }

  return (
    <div className="isolate flex flex-col gap-y-3">
      <ComposerSection
        campaign={campaign}
        steps={steps}
        composer={composer}
        sample={sample}
        placeholders={placeholders}
        onLeadChange={chooseLead}
        isOpen={isWriting ?? inView.isNone}
        onOpenChange={setWriting}
      />
      {state && (
        <ProgressSection
          key={state.batch_id}
          campaignId={campaign.id}
          state={state}
          isStale={inView.isStale}
          onEditPrompt={write}
        />
      )}
      {!state && error && (
        <ErrorNotice title={t("progress.failedToLoad")} error={error}>
          <Button size="small" variant="secondary" onClick={() => inView.show(null)}>
            {t("progress.showNewest")}
          </Button>
        </ErrorNotice>
      )}
      <PlaygroundTabs
        campaignId={campaign.id}
        inView={inView}
        composer={composer}
        steps={steps}
        onEditPrompt={write}
      />
    </div>
  )
}
