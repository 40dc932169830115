import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Envelope } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import "../../lib/common/follow-feed-links"
import { CampaignsSection } from "../../components/outreach/campaigns/campaigns-section"
import { OfflineNotice } from "../../components/common/offline-notice"

const OutreachPage = () => (
  <>
    <OfflineNotice />
    <CampaignsSection />
  </>
)

export const config = defineRouteConfig({
  label: "title",
  translationNs: "outreach",
  icon: Envelope,
})

const Breadcrumb = () => {
  const { t } = useTranslation("outreach")
  return <>{t("title")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export default OutreachPage
