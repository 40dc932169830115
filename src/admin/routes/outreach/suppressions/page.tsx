import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { LiftedSection } from "../../../components/outreach/suppressions/lifted-section"
import { SuppressionsSection } from "../../../components/outreach/suppressions/suppressions-section"
import { OfflineNotice } from "../../../components/common/offline-notice"

const SuppressionsPage = () => (
  <>
    <OfflineNotice />
    <div className="flex flex-col gap-y-3">
      <SuppressionsSection />
      <LiftedSection />
    </div>
  </>
)

export const config = defineRouteConfig({ label: "suppressions.title", translationNs: "mails" })

const Breadcrumb = () => {
  const { t } = useTranslation("mails")
  return <>{t("suppressions.title")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export default SuppressionsPage
