import { Input, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCampaignActions } from "../../../hooks/use-campaigns"
import { usePromotionCampaigns } from "../../../hooks/use-host-options"
import { useSenderProfiles } from "../../../hooks/use-sender-profiles"
import { blankToNull } from "../../../lib/common/blank-to-null"
import { CAMPAIGN_STATUSES, type Campaign, type CampaignStatus } from "../../../lib/outreach/types"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"

/** A select has no value that is nothing. */
const NONE = "none"
const toId = (value: string) => (value === NONE ? null : value)

interface CampaignFormProps {
  /** Null: a new one. */
  campaign: Campaign | null
  onClose: () => void
  onSaved?: (campaign: Campaign) => void
}

/** What a campaign is made of, but for its steps and leads. */
export const CampaignForm = ({ campaign, onClose, onSaved }: CampaignFormProps) => {
  const { t } = useTranslation("outreach")
  const [name, setName] = useState(campaign?.name ?? "")
  const [description, setDescription] = useState(campaign?.description ?? "")
  const [status, setStatus] = useState<CampaignStatus>(campaign?.status ?? "draft")
  const [prompt, setPrompt] = useState(campaign?.system_prompt ?? "")
  const [sender, setSender] = useState(campaign?.sender_profile_id ?? NONE)
  const [promotion, setPromotion] = useState(campaign?.promotion_campaign_id ?? NONE)
  const senders = useSenderProfiles({ limit: 200 }).data?.sender_profiles ?? []
  const promotions = usePromotionCampaigns().data ?? []
  const { save } = useCampaignActions()
  const none = { value: NONE, label: t("actions.none") }
  const onSave = () =>
    save.mutate(
      {
        id: campaign?.id ?? null,
        body: {
          name,
          description: blankToNull(description),
          status,
          system_prompt: blankToNull(prompt) && prompt,
          sender_profile_id: toId(sender),
          promotion_campaign_id: toId(promotion),
        },
      },
      {
        onSuccess: ({ campaign: saved }) => {
          toast.success(t(campaign ? "campaigns.saved" : "campaigns.created"))
          onClose()
          onSaved?.(saved)
        },
      }
    )
  return (
    <FormDrawer
      title={t(campaign ? "campaigns.edit" : "campaigns.create")}
      onClose={onClose}
      onSave={onSave}
      isSaving={save.isPending}
      error={save.error}
      canSave={name.trim() !== ""}
    >
      <Field label={t("campaigns.name")}>
        {(id) => (
          <Input
            id={id}
            aria-required
            autoFocus
            maxLength={255}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("campaigns.description")} isOptional>
        {(id) => (
          <Textarea
            id={id}
            maxLength={1000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("campaignStatus.label")} hint={t("campaignStatus.hint")}>
        {(id) => (
          <Choice
            id={id}
            value={status}
            onChange={(value) =>
              setStatus(CAMPAIGN_STATUSES.find((known) => known === value) ?? status)
            }
            options={CAMPAIGN_STATUSES.map((value) => ({
              value,
              label: t(`campaignStatus.${value}`),
            }))}
          />
        )}
      </Field>
      <Field label={t("campaigns.sender")}>
        {(id) => (
          <Choice
            id={id}
            value={sender}
            onChange={setSender}
            options={[
              none,
              ...senders.map((profile) => ({ value: profile.id, label: profile.profile_name })),
            ]}
          />
        )}
      </Field>
      <Field label={t("campaigns.promotion")} hint={t("campaigns.promotionHint")}>
        {(id) => (
          <Choice
            id={id}
            value={promotion}
            onChange={setPromotion}
            options={[none, ...promotions.map((one) => ({ value: one.id, label: one.name }))]}
          />
        )}
      </Field>
      <Field label={t("campaigns.prompt")} hint={t("campaigns.promptHint")} isOptional>
        {(id) => (
          <Textarea
            id={id}
            rows={10}
            value={prompt}
            onChange={(event) => setPrompt(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
