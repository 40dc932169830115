import { Badge, Button, Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useState, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Composer } from "../../../hooks/use-composer"
import type { Sample } from "../../../hooks/use-sample"
import { firstWords } from "../../../lib/playground/first-words"
import type { Campaign } from "../../../lib/playground/types"
import { SampleSection } from "../sample/sample-section"
import { GenerateBar } from "./generate-bar"
import { PreviewPanel } from "./preview-panel"
import { PromptEditor } from "./prompt-editor"

interface ComposerSectionProps {
  campaign: Campaign
  steps: readonly number[]
  composer: Composer
  sample: Sample
  placeholders: readonly string[]
  onLeadChange: (leadId: string) => void
  /** Undefined: it is not known yet. */
  isOpen: boolean | undefined
  onOpenChange: (isOpen: boolean) => void
}

/** Where a prompt is written and tried. Once drafts are there, one line. */
export const ComposerSection = (props: ComposerSectionProps) => {
  const { campaign, composer, sample, isOpen, onOpenChange } = props
  const { t } = useTranslation("playground")
  const { preview, prompt } = composer
  const source = prompt.trim() === "" ? preview.data?.prompt_source : "request"
  return (
    <Container className="p-0">
      <div className="flex items-center gap-x-3 px-6 py-3">
        <div className="flex min-w-0 flex-1 flex-col lg:flex-row lg:items-baseline lg:gap-x-3">
          <div className="flex items-baseline gap-x-3">
            <Heading>{t("title")}</Heading>
            <Link
              to={`/outreach/${campaign.id}`}
              className="txt-compact-small text-ui-fg-subtle hover:text-ui-fg-base truncate"
            >
              {campaign.name}
            </Link>
          </div>
          {!isOpen && (
            <Text size="small" className="text-ui-fg-subtle min-w-0 truncate">
              {firstWords(prompt.trim() || (preview.data?.prompt ?? ""))}
            </Text>
          )}
        </div>
        {source && (
          <Badge size="2xsmall" className="hidden shrink-0 sm:block">
            {t(`promptSource.${source}`)}
          </Badge>
        )}
        <Button
          size="small"
          variant="secondary"
          className="shrink-0"
          disabled={isOpen === undefined}
          aria-expanded={isOpen === true}
          onClick={() => onOpenChange(!isOpen)}
        >
          {t(isOpen ? "prompt.fold" : "prompt.edit")}
        </Button>
      </div>
      {isOpen && <Open {...props} sample={sample} />}
    </Container>
  )
}

/** No higher than the prompt beside it, with room for the rings around what has the focus. */
const SIDE = "pt-4 xl:-mx-2 xl:max-h-[480px] xl:overflow-y-auto xl:px-2 xl:pb-1"

const Open = (props: ComposerSectionProps) => {
  const { campaign, steps, composer, sample, placeholders, onLeadChange } = props
  const { t } = useTranslation("playground")
  const [side, setSide] = useState("preview")
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    setSide("sample")
    sample.run()
  }
  return (
    <div className="divide-y border-t" onKeyDown={onKeyDown}>
      <div className="divide-y xl:grid xl:grid-cols-2 xl:divide-x xl:divide-y-0">
        <div className="px-6 py-4">
          <PromptEditor campaign={campaign} composer={composer} placeholders={placeholders} />
        </div>
        <Tabs value={side} onValueChange={setSide} className="min-w-0 px-6 py-4">
          <Tabs.List aria-label={t("sample.views")}>
            <Tabs.Trigger value="preview">{t("tabs.preview")}</Tabs.Trigger>
            <Tabs.Trigger value="sample">{t("sample.title")}</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="preview" className={SIDE}>
            <PreviewPanel
              campaign={campaign}
              preview={composer.preview.data}
              error={composer.preview.error}
              onLeadChange={onLeadChange}
            />
          </Tabs.Content>
          <Tabs.Content value="sample" className={SIDE}>
            <SampleSection
              campaignId={campaign.id}
              stepIndex={composer.stepIndex}
              sample={sample}
              composer={composer}
            />
          </Tabs.Content>
        </Tabs>
      </div>
      <GenerateBar campaignId={campaign.id} steps={steps} composer={composer} />
    </div>
  )
}
