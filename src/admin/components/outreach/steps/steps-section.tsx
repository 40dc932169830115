import { Badge, Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCampaignActions } from "../../../hooks/use-campaigns"
import { sharesOf } from "../../../lib/outreach/variant-share"
import type { Campaign, Step } from "../../../lib/outreach/types"
import { EmptyState } from "../../common/empty-state"
import { ActionsMenu } from "../../common/actions-menu"
import { SectionHeader } from "../../common/section-header"
import { useConfirmedDelete } from "../../common/use-confirmed-delete"
import { newStep } from "./new-step"
import { StepForm } from "./step-form"

/** The campaign's e-mails in their order, each with its variants. */
export const StepsSection = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslation("outreach")
  const [edited, setEdited] = useState<Step | null>(null)
  const { save } = useCampaignActions()
  const confirmDelete = useConfirmedDelete()
  const onDelete = ({ step_index }: Step) =>
    confirmDelete({
      title: t("steps.deleteTitle", { step: step_index }),
      text: t("steps.deleteText"),
      done: t("steps.saved"),
      remove: () =>
        save.mutateAsync({
          id: campaign.id,
          body: { steps: campaign.steps.filter((step) => step.step_index !== step_index) },
        }),
    })
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("steps.title")} hint={t("steps.hint")}>
        <Button size="small" variant="secondary" onClick={() => setEdited(newStep(campaign.steps))}>
          {t("steps.add")}
        </Button>
      </SectionHeader>
      {campaign.steps.map((step) => {
        const name = t("steps.of", { step: step.step_index })
        const shares = sharesOf(step.variants.map(({ weight }) => weight))
        return (
          <div key={step.step_index} className="flex items-center justify-between gap-4 px-6 py-4">
            <div className="flex min-w-0 flex-col gap-y-2">
              <Text size="small" weight="plus">
                {name}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {step.delay_days === 0
                  ? t("steps.after_zero")
                  : t("steps.after", { count: step.delay_days })}
              </Text>
              <ul className="flex flex-wrap gap-2">
                {step.variants.map(({ label, type }, place) => (
                  <li key={label}>
                    <Badge size="2xsmall" className="h-auto">
                      {`${label} · ${t(`steps.types.${type}`)} · ${t("steps.share", { share: shares[place] ?? 0 })}`}
                    </Badge>
                  </li>
                ))}
              </ul>
            </div>
            <ActionsMenu
              name={name}
              onEdit={() => setEdited(step)}
              onDelete={() => void onDelete(step)}
            />
          </div>
        )
      })}
      {campaign.steps.length === 0 && (
        <EmptyState title={t("steps.none")} hint={t("steps.noneHint")} />
      )}
      {edited && <StepForm campaign={campaign} step={edited} onClose={() => setEdited(null)} />}
    </Container>
  )
}
