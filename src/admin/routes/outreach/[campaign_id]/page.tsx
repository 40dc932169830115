import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { GeneralSection } from "../../../components/outreach/campaigns/general-section"
import { LeadsSection } from "../../../components/outreach/leads/leads-section"
import { StepsSection } from "../../../components/outreach/steps/steps-section"
import { ErrorNotice } from "../../../components/common/error-notice"
import { RowsSkeleton } from "../../../components/common/rows-skeleton"
import { Checklist } from "../../../components/playground/checklist"
import { useReadiness } from "../../../hooks/use-readiness"
import type { Campaign } from "../../../lib/playground/types"
import { useCampaign } from "../../../hooks/use-campaigns"
import { OfflineNotice } from "../../../components/common/offline-notice"

const CampaignPage = () => (
  <>
    <OfflineNotice />
    <CampaignOfAddress />
  </>
)

const CampaignOfAddress = () => {
  const { t } = useTranslation("outreach")
  const { campaign_id = "" } = useParams()
  const { data: campaign, error } = useCampaign(campaign_id)
  if (campaign) return <CampaignSections campaign={campaign} />
  return (
    <Container className="p-0">
      {error ? (
        <div className="p-6">
          <ErrorNotice title={t("failed")} error={error} />
        </div>
      ) : (
        <RowsSkeleton rows={8} />
      )}
    </Container>
  )
}

const CampaignSections = ({ campaign }: { campaign: Campaign }) => {
  const { has, isPending, isReady } = useReadiness(campaign)
  return (
    <div className="flex flex-col gap-y-3">
      <GeneralSection campaign={campaign} isReady={isReady} />
      {!isReady && !isPending && <Checklist campaign={campaign} has={has} />}
      <div id="steps">
        <StepsSection campaign={campaign} />
      </div>
      <div id="leads">
        <LeadsSection campaignId={campaign.id} />
      </div>
    </div>
  )
}

const Breadcrumb = ({ campaignId }: { campaignId: string }) => (
  <span className="block max-w-[140px] truncate lg:max-w-[480px]">
    {useCampaign(campaignId).data?.name ?? "…"}
  </span>
)

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <Breadcrumb campaignId={params.campaign_id ?? ""} />,
}

export default CampaignPage
