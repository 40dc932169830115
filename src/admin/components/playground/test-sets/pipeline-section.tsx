import { Button, Container, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNamedPrompts } from "../../../hooks/use-prompt-library"
import { campaignPath } from "../../../lib/common/campaign-path"
import { pipelineScript } from "../../../lib/playground/pipeline-script"
import { newThresholds, toThresholds } from "../../../lib/playground/threshold-values"
import { Choice } from "../../common/choice"
import { SectionHeader } from "../../common/section-header"

declare const __BACKEND_URL__: string | undefined

/** So many named prompts are offered. */
const OFFERED = 100

interface PipelineSectionProps {
  campaignId: string
  testSetId: string
  stepIndex: number
  hasChecks: boolean
}

/** The script that a developer puts into a pipeline, ready to copy. */
export const PipelineSection = (props: PipelineSectionProps) => {
  const { campaignId, testSetId, stepIndex, hasChecks } = props
  const { t } = useTranslation("testSets")
  const [chosen, setChosen] = useState<string | null>(null)
  const { data } = useNamedPrompts(campaignId, { offset: 0, limit: OFFERED })
  const prompts = data?.prompts ?? []
  const prompt = prompts.find(({ id }) => id === chosen) ?? prompts[0]
  if (!data) return null
  const script =
    prompt &&
    pipelineScript({
      url: new URL(
        campaignPath(campaignId, "").replace(/\/$/, ""),
        new URL(__BACKEND_URL__ || "/", window.location.origin)
      ).href,
      testSetId,
      promptId: prompt.id,
      stepIndex,
      thresholds: toThresholds(newThresholds(hasChecks)) ?? {},
    })
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      toast.success(t("pipeline.copied"))
    } catch {
      // Over plain http there is no clipboard.
      toast.error(t("pipeline.notCopied"))
    }
  }
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("pipeline.title")} hint={t("pipeline.hint")}>
        {prompt && script && (
          <>
            <div className="w-48">
              <Choice
                label={t("pipeline.prompt")}
                value={prompt.id}
                onChange={setChosen}
                options={prompts.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </div>
            <Button size="small" variant="secondary" onClick={() => void copy(script)}>
              {t("pipeline.copy")}
            </Button>
          </>
        )}
      </SectionHeader>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle">
          {t(script ? "pipeline.key" : "pipeline.noPrompt")}
        </Text>
        {script && (
          <details>
            <summary className="txt-compact-small w-fit cursor-pointer">
              {t("pipeline.script")}
            </summary>
            <pre
              tabIndex={0}
              role="region"
              aria-label={t("pipeline.script")}
              dir="ltr"
              className="bg-ui-bg-subtle txt-small mt-3 overflow-x-auto rounded p-3 font-mono"
            >
              {script}
            </pre>
          </details>
        )}
      </div>
    </Container>
  )
}
