import { Button, Kbd, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { restOf, type Composer } from "../../../hooks/use-composer"
import { useLeadsById } from "../../../hooks/use-leads"
import type { Sample } from "../../../hooks/use-sample"
import { leadName } from "../../../lib/common/lead-name"
import { ErrorNotice } from "../../common/error-notice"
import { SampleDraft } from "./sample-draft"
import { SamplePicker } from "./sample-picker"

interface SampleSectionProps {
  campaignId: string
  stepIndex: number
  sample: Sample
  composer: Composer
}

/** A few leads, and the real drafts that the prompt gets for them. */
export const SampleSection = (props: SampleSectionProps) => {
  const { campaignId, stepIndex, sample, composer } = props
  const { t } = useTranslation("playground")
  const { data: leads } = useLeadsById(campaignId, sample.leadIds)
  const { generate, preview } = composer
  const rest = restOf(composer.leads.counts.undrafted)
  const isBusy = sample.isStarting || sample.isRunning
  return (
    <div className="flex flex-col gap-y-4">
      <SamplePicker
        campaignId={campaignId}
        stepIndex={stepIndex}
        leadIds={sample.leadIds}
        onChange={sample.setLeadIds}
      />
      {sample.error && <ErrorNotice title={t("generate.failed")} error={sample.error} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="button"
          size="small"
          disabled={sample.leadIds.length === 0 || isBusy}
          isLoading={isBusy}
          onClick={sample.run}
        >
          {t("sample.run", { count: sample.leadIds.length })}
        </Button>
        {sample.isTried && !isBusy && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            disabled={preview.isError || rest === 0}
            isLoading={generate.isPending}
            onClick={generate.runForRest}
          >
            {t("sample.rest", { count: rest, total: composer.leads.counts.undrafted ?? rest })}
          </Button>
        )}
        <Text size="small" className="text-ui-fg-subtle hidden lg:block">
          <Kbd>Ctrl</Kbd> <Kbd>⏎</Kbd>
        </Text>
      </div>
      <ul className="flex flex-col gap-y-3">
        {sample.leadIds.map((id) => {
          const lead = leads?.get(id)
          return (
            <li key={id}>
              <SampleDraft
                name={lead ? leadName(lead) : "…"}
                isTried={sample.isTried}
                {...sample.resultOf(id)}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
