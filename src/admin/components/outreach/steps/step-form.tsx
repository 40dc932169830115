import { Button, Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCampaignActions } from "../../../hooks/use-campaigns"
import { sharesOf } from "../../../lib/outreach/variant-share"
import type { Campaign, Step, Variant } from "../../../lib/outreach/types"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"
import { newVariant } from "./new-step"
import { VariantFields } from "./variant-fields"

const MAX_VARIANTS = 10

/** A template has something to say. */
const hasText = ({ type, template }: Variant) =>
  type !== "TEMPLATE" || [template?.subject, template?.body].every((text) => text?.trim())

interface StepFormProps {
  campaign: Campaign
  step: Step
  onClose: () => void
}

/** One step with its variants; the others stay as they are. */
export const StepForm = ({ campaign, step, onClose }: StepFormProps) => {
  const { t } = useTranslation("outreach")
  const [delay, setDelay] = useState(step.delay_days)
  const [variants, setVariants] = useState(step.variants)
  const { save } = useCampaignActions()
  const isNew = !campaign.steps.some(({ step_index }) => step_index === step.step_index)
  const others = campaign.steps.filter(({ step_index }) => step_index !== step.step_index)
  const shares = sharesOf(variants.map(({ weight }) => weight))
  const onSave = () => {
    const steps = [...others, { ...step, delay_days: delay, variants }]
    save.mutate(
      { id: campaign.id, body: { steps: steps.sort((a, b) => a.step_index - b.step_index) } },
      {
        onSuccess: () => {
          toast.success(t("steps.saved"))
          onClose()
        },
      }
    )
  }
  return (
    <FormDrawer
      title={isNew ? t("steps.newStep") : t("steps.edit", { step: step.step_index })}
      onClose={onClose}
      onSave={onSave}
      isSaving={save.isPending}
      error={save.error}
      canSave={variants.every(hasText)}
    >
      <Field label={t("steps.delay")}>
        {(id) => (
          <Input
            id={id}
            size="small"
            type="number"
            required
            min={0}
            max={3650}
            value={Number.isNaN(delay) ? "" : delay}
            onChange={(event) => setDelay(event.target.valueAsNumber)}
          />
        )}
      </Field>
      {variants.map((variant, place) => (
        <VariantFields
          key={place}
          variant={variant}
          share={shares[place] ?? null}
          onChange={(changed) =>
            setVariants(variants.map((one, at) => (at === place ? changed : one)))
          }
          onRemove={
            variants.length > 1
              ? () => setVariants(variants.filter((_, at) => at !== place))
              : undefined
          }
        />
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        disabled={variants.length >= MAX_VARIANTS}
        onClick={() => setVariants([...variants, newVariant(variants)])}
      >
        {t("steps.addVariant")}
      </Button>
    </FormDrawer>
  )
}
