import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { GeneralSection } from "../../../components/outreach/campaigns/general-section"
import { LeadsSection } from "../../../components/outreach/leads/leads-section"
import { StepsSection } from "../../../components/outreach/steps/steps-section"
import { ErrorNotice } from "../../../components/common/error-notice"
import { RowsSkeleton } from "../../../components/common/rows-skeleton"
import { useCampaign } from "../../../hooks/use-campaigns"

const CampaignPage = () => {
  const { t } = useTranslation("outreach")
  const { campaign_id = "" } = useParams()
  const { data: campaign, error } = useCampaign(campaign_id)
  if (campaign) {
    return (
      <div className="flex flex-col gap-y-3">
        <GeneralSection campaign={campaign} />
        <StepsSection campaign={campaign} />
        <LeadsSection campaignId={campaign.id} />
      </div>
    )
  }
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

const Breadcrumb = ({ campaignId }: { campaignId: string }) => (
  <span className="block max-w-[140px] truncate lg:max-w-[480px]">
    {useCampaign(campaignId).data?.name ?? "…"}
  </span>
)

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <Breadcrumb campaignId={params.campaign_id ?? ""} />,
}

export default CampaignPage
