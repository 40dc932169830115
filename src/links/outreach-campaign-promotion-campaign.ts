import { defineLink } from "@medusajs/framework/utils"
import PromotionModule from "@medusajs/medusa/promotion"
import { OUTREACH_MODULE } from "../modules/outreach"

/**
 * `outreach_campaign.promotion_campaign`: the host's promotion campaign that an outreach campaign
 * points at. Read off its field `promotion_campaign_id`, which stays the only place where it stands.
 */
export default defineLink(
  {
    linkable: {
      serviceName: OUTREACH_MODULE,
      entity: "OutreachCampaign",
      linkable: "outreach_campaign_id",
      field: "outreachCampaign",
      primaryKey: "id",
    },
    field: "promotion_campaign_id",
  },
  { linkable: PromotionModule.linkable.campaign, alias: "promotion_campaign" },
  { readOnly: true }
)
