import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Envelope } from "@medusajs/icons"
import { CampaignsSection } from "../../components/outreach/campaigns/campaigns-section"

const OutreachPage = () => <CampaignsSection />

export const config = defineRouteConfig({
  label: "title",
  translationNs: "outreach",
  icon: Envelope,
})

export default OutreachPage
