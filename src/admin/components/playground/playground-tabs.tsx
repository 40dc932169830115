import { Tabs } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { BatchInView } from "../../hooks/use-batch-progress"
import type { Composer } from "../../hooks/use-composer"
import { PLAYGROUND_TABS, usePlaygroundAddress } from "../../hooks/use-playground-address"
import { ChecksTab } from "./checks/checks-tab"
import { CompareSection } from "./compare/compare-section"
import { PromptVersions } from "./compare/prompt-versions"
import { DraftsTab } from "./drafts/drafts-tab"
import { LibrarySection } from "./library/library-section"
import { TestSetsTab } from "./test-sets/test-sets-tab"
import { SendTab } from "./send/send-tab"
import { HistorySection } from "./history/history-section"

interface PlaygroundTabsProps {
  campaignId: string
  inView: BatchInView
  composer: Composer
  /** Those with a variant that is drafted per lead. */
  steps: readonly number[]
  onEditPrompt: () => void
}

/** Everything below the prompt. */
export const PlaygroundTabs = (props: PlaygroundTabsProps) => {
  const { campaignId, inView, composer, steps, onEditPrompt } = props
  const { t } = useTranslation("playground")
  const address = usePlaygroundAddress()
  const tab = address.tab ?? "drafts"
  const { stepIndex } = composer
  const takePrompt = (prompt: string) => {
    composer.setPrompt(prompt)
    onEditPrompt()
  }
  return (
    <Tabs
      value={tab}
      onValueChange={(value) => {
        const next = PLAYGROUND_TABS.find((name) => name === value)
        if (next) address.showTab(next)
      }}
      className="flex flex-col gap-y-3"
    >
      <Tabs.List aria-label={t("tabs.label")} className="flex-wrap">
        {PLAYGROUND_TABS.map((name) => (
          <Tabs.Trigger key={name} value={name}>
            {t(`tabs.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="drafts">
        <DraftsTab campaignId={campaignId} inView={inView} onEditPrompt={onEditPrompt} />
      </Tabs.Content>
      <Tabs.Content value="compare">
        <CompareSection campaignId={campaignId} stepIndex={stepIndex} />
      </Tabs.Content>
      <Tabs.Content value="prompts">
        <div className="flex flex-col gap-y-3">
          <LibrarySection
            campaignId={campaignId}
            onLoad={(text, promptId) => {
              composer.load(text, promptId)
              onEditPrompt()
            }}
            onWrite={onEditPrompt}
          />
          <PromptVersions campaignId={campaignId} stepIndex={stepIndex} onUsePrompt={takePrompt} />
        </div>
      </Tabs.Content>
      <Tabs.Content value="checks">
        <ChecksTab campaignId={campaignId} state={inView.state} />
      </Tabs.Content>
      <Tabs.Content value="tests">
        <TestSetsTab
          campaignId={campaignId}
          steps={steps}
          stepIndex={stepIndex}
          written={composer.prompt}
          onUsePrompt={takePrompt}
        />
      </Tabs.Content>
      <Tabs.Content value="history">
        <HistorySection
          campaignId={campaignId}
          openBatchId={inView.batchId}
          onOpen={inView.show}
          onUsePrompt={takePrompt}
        />
      </Tabs.Content>
      <Tabs.Content value="send">
        <SendTab campaignId={campaignId} stepIndex={stepIndex} />
      </Tabs.Content>
    </Tabs>
  )
}
