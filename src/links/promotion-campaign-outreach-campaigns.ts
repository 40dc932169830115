import { defineLink } from "@medusajs/framework/utils"
import PromotionModule from "@medusajs/medusa/promotion"
import { OUTREACH_MODULE } from "../modules/outreach"

/** `campaign.outreach_campaigns`: the outreach campaigns that point at one of the host's. */
export default defineLink(
  { linkable: PromotionModule.linkable.campaign, field: "id" },
  {
    linkable: {
      serviceName: OUTREACH_MODULE,
      entity: "OutreachCampaign",
      linkable: "outreach_campaign_id",
      field: "outreachCampaign",
      // Not its own key but the field that names the host's campaign.
      primaryKey: "promotion_campaign_id",
    },
  },
  { readOnly: true, isList: true }
)
