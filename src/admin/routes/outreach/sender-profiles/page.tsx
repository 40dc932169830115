import { defineRouteConfig } from "@medusajs/admin-sdk"
import { SendersSection } from "../../../components/outreach/senders/senders-section"

const SenderProfilesPage = () => <SendersSection />

export const config = defineRouteConfig({ label: "Sender profiles" })

export default SenderProfilesPage
