import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { SendersSection } from "../../../components/outreach/senders/senders-section"
import { OfflineNotice } from "../../../components/common/offline-notice"

const SenderProfilesPage = () => (
  <>
    <OfflineNotice />
    <SendersSection />
  </>
)

export const config = defineRouteConfig({ label: "senders.title", translationNs: "outreach" })

const Breadcrumb = () => {
  const { t } = useTranslation("outreach")
  return <>{t("senders.title")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export default SenderProfilesPage
