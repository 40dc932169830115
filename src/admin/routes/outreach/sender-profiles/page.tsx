import { defineRouteConfig } from "@medusajs/admin-sdk"
import { SendersSection } from "../../../components/outreach/senders/senders-section"

const SenderProfilesPage = () => <SendersSection />

export const config = defineRouteConfig({ label: "senders.title", translationNs: "outreach" })

export default SenderProfilesPage
