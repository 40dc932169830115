import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useCampaignActions } from "../../../hooks/use-campaigns"
import { usePromotionCampaigns } from "../../../hooks/use-host-options"
import { useSenderProfiles } from "../../../hooks/use-sender-profiles"
import type { Campaign } from "../../../lib/outreach/types"
import { ActionsMenu } from "../../common/actions-menu"
import { SectionHeader } from "../../common/section-header"
import { useConfirmedDelete } from "../../common/use-confirmed-delete"
import { CampaignForm } from "./campaign-form"
import { CampaignStatusBadge } from "./campaign-status-badge"

interface GeneralSectionProps {
  campaign: Campaign
  /** Drafts can be written for it. */
  isReady: boolean
}

/** What a campaign is, and the way to its Playground. */
export const GeneralSection = ({ campaign, isReady }: GeneralSectionProps) => {
  const { t } = useTranslation("outreach")
  const [isEditing, setIsEditing] = useState(false)
  const navigate = useNavigate()
  const { remove } = useCampaignActions()
  const confirmDelete = useConfirmedDelete()
  const senders = useSenderProfiles({ limit: 200 }).data?.sender_profiles ?? []
  const promotions = usePromotionCampaigns().data ?? []
  const onDelete = async () => {
    const isGone = await confirmDelete({
      title: t("campaigns.deleteTitle"),
      text: t("campaigns.deleteText", { name: campaign.name }),
      done: t("campaigns.deleted"),
      remove: () => remove.mutateAsync(campaign.id),
    })
    if (isGone) void navigate("/outreach")
  }
  const sender = senders.find(({ id }) => id === campaign.sender_profile_id)
  const promotion = promotions.find(({ id }) => id === campaign.promotion_campaign_id)
  const rows = [
    { label: t("campaigns.description"), value: campaign.description },
    { label: t("campaigns.sender"), value: sender?.profile_name },
    {
      label: t("campaigns.promotion"),
      value: promotion && <Link to={`/campaigns/${promotion.id}`}>{promotion.name}</Link>,
    },
  ]
  return (
    <Container className="divide-y p-0">
      <SectionHeader level="h1" title={campaign.name}>
        <CampaignStatusBadge status={campaign.status} />
        {isReady && (
          <Button asChild size="small">
            <Link to={`/outreach/${campaign.id}/playground`}>{t("campaigns.openPlayground")}</Link>
          </Button>
        )}
        <ActionsMenu
          name={campaign.name}
          onEdit={() => setIsEditing(true)}
          onDelete={() => void onDelete()}
        />
      </SectionHeader>
      <dl className="divide-y">
        {rows.map(({ label, value }) => (
          <div key={label} className="grid grid-cols-2 items-center gap-4 px-6 py-4">
            <dt className="txt-compact-small-plus text-ui-fg-subtle">{label}</dt>
            <dd className="txt-compact-small break-words">{value ?? "–"}</dd>
          </div>
        ))}
      </dl>
      <div className="px-6 py-4">
        <Text size="small" weight="plus" className="text-ui-fg-subtle pb-2">
          {t("campaigns.prompt")}
        </Text>
        <Text size="small" className="whitespace-pre-wrap break-words">
          {campaign.system_prompt ?? t("campaigns.noPrompt")}
        </Text>
      </div>
      {isEditing && <CampaignForm campaign={campaign} onClose={() => setIsEditing(false)} />}
    </Container>
  )
}
