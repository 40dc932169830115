import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { ErrorNotice } from "../../../../components/common/error-notice"
import { RowsSkeleton } from "../../../../components/common/rows-skeleton"
import { PlaygroundOfCampaign } from "../../../../components/playground/playground-of-campaign"
import { useCampaign } from "../../../../hooks/use-campaigns"
import { OfflineNotice } from "../../../../components/common/offline-notice"

const PlaygroundPage = () => (
  <>
    <OfflineNotice />
    <PlaygroundOfAddress />
  </>
)

const PlaygroundOfAddress = () => {
  const { t } = useTranslation("playground")
  const { campaign_id = "" } = useParams()
  const { data: campaign, error } = useCampaign(campaign_id)
  if (campaign) return <PlaygroundOfCampaign key={campaign.id} campaign={campaign} />
  return (
    <Container className="p-0">
      {error ? (
        <div className="p-6">
          <ErrorNotice title={t("campaign.failed")} error={error}>
            <Button asChild size="small" variant="secondary">
              <Link to="/outreach">{t("campaign.list")}</Link>
            </Button>
          </ErrorNotice>
        </div>
      ) : (
        <RowsSkeleton rows={8} />
      )}
    </Container>
  )
}

const Breadcrumb = () => {
  const { t } = useTranslation("playground")
  return <>{t("title")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export default PlaygroundPage
