import { useCallback, useState } from "react"
import { useTranslation } from "react-i18next"
import { useBatchInView } from "../../hooks/use-batch-progress"
import { useComposer } from "../../hooks/use-composer"
import { useLast } from "../../hooks/common/use-last"
import { usePlaceholders } from "../../hooks/use-prompts"
import { useReturnAddress } from "../../hooks/use-return-address"
import type { Campaign } from "../../lib/playground/types"
import { ErrorNotice } from "../common/error-notice"
import { GenerateSection } from "./compose/generate-section"
import { PromptSection } from "./compose/prompt-section"
import { ProgressSection } from "./progress/progress-section"
import { PlaygroundTabs } from "./playground-tabs"
import { Button } from "@medusajs/ui"

interface PlaygroundProps {
  campaign: Campaign
  /** Steps with a variant that is drafted per lead; at least one. */
  steps: readonly [number, ...number[]]
}

/** Write a prompt, see what it would cost, generate, watch, read and decide: one screen. */
export const Playground = ({ campaign, steps }: PlaygroundProps) => {
  const { t } = useTranslation("playground")
  useReturnAddress()
  const inView = useBatchInView(campaign.id)
  const [leadId, setLeadId] = useState<string>()
  const composer = useComposer(campaign.id, steps, leadId, inView.show)
  const { preview } = composer
  const placeholders = usePlaceholders(campaign, useLast(preview.data?.campaign_lead_id))
  const chooseLead = useCallback((id: string) => setLeadId(id), [])
  const { state, error } = inView

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-col gap-3 xl:flex-row xl:items-start">
        <div className="w-full min-w-0 flex-1">
          <PromptSection
            campaign={campaign}
            value={composer.prompt}
            onChange={composer.setPrompt}
            placeholders={placeholders}
            preview={preview.data}
            error={preview.error}
          />
        </div>
        <div className="flex w-full flex-col gap-y-3 xl:max-w-[400px]">
          <GenerateSection {...composer} steps={steps} preview={preview.data} />
          {state && (
            <ProgressSection
              key={state.batch_id}
              campaignId={campaign.id}
              state={state}
              isStale={error !== null}
            />
          )}
          {!state && error && (
            <ErrorNotice title={t("progress.failedToLoad")} error={error}>
              <Button size="small" variant="secondary" onClick={() => inView.show(null)}>
                {t("progress.showNewest")}
              </Button>
            </ErrorNotice>
          )}
        </div>
      </div>
      <PlaygroundTabs
        campaignId={campaign.id}
        inView={inView}
        composer={composer}
        onLeadChange={chooseLead}
      />
    </div>
  )
}
