import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCampaign, DetailWidgetProps } from "@medusajs/framework/types"
import { OutreachOfPromotion } from "../components/outreach/widget/outreach-of-promotion"
import { OfflineNotice } from "../components/common/offline-notice"

const OutreachCampaignWidget = ({ data }: DetailWidgetProps<AdminCampaign>) => (
  <>
    <OfflineNotice />
    <OutreachOfPromotion promotion={data} />
  </>
)

export const config = defineWidgetConfig({ zone: "campaign.details.after" })

export default OutreachCampaignWidget
