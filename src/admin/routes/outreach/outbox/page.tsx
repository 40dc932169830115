import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { OutboxDesk } from "../../../components/outreach/outbox/outbox-desk"
import { OfflineNotice } from "../../../components/common/offline-notice"

const OutboxPage = () => (
  <>
    <OfflineNotice />
    <OutboxDesk />
  </>
)

export const config = defineRouteConfig({ label: "outbox.title", translationNs: "mails" })

const Breadcrumb = () => {
  const { t } = useTranslation("mails")
  return <>{t("outbox.title")}</>
}

export const handle = { breadcrumb: () => <Breadcrumb /> }

export default OutboxPage
