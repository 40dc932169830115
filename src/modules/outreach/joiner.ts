import { defineJoinerConfig } from "@medusajs/framework/utils"
import { OUTREACH_MODULE } from "./module-schema"

/** What `query.graph` and links of the host may read. Prefixed: the names are shared by all modules. */
const schema = `
type OutreachSenderProfile {
  id: ID!
  profile_name: String!
  description: String
  custom_prompt: String
  sender_data: JSON
  is_default: Boolean!
  created_at: DateTime!
  updated_at: DateTime!
}

type OutreachCampaign {
  id: ID!
  name: String!
  description: String
  status: String!
  system_prompt: String
  sender_profile_id: String
  promotion_campaign_id: String
  created_at: DateTime!
  updated_at: DateTime!
  sender_profile: OutreachSenderProfile
  leads: [OutreachCampaignLead]
}

type OutreachCampaignLead {
  id: ID!
  campaign_id: String!
  email: String!
  first_name: String
  last_name: String
  company: String
  title: String
  customer_id: String
  email_consent: String!
  attributes: JSON
  created_at: DateTime!
  updated_at: DateTime!
  campaign: OutreachCampaign
}
`

export const outreachJoiner = defineJoinerConfig(OUTREACH_MODULE, {
  models: [],
  schema,
  linkableKeys: {
    outreach_campaign_id: "OutreachCampaign",
    outreach_campaign_lead_id: "OutreachCampaignLead",
    outreach_sender_profile_id: "OutreachSenderProfile",
  },
  primaryKeys: ["id"],
  alias: [
    {
      name: ["outreach_campaign", "outreach_campaigns"],
      entity: "OutreachCampaign",
      args: { methodSuffix: "OutreachCampaigns" },
    },
    {
      name: ["outreach_campaign_lead", "outreach_campaign_leads"],
      entity: "OutreachCampaignLead",
      args: { methodSuffix: "OutreachCampaignLeads" },
    },
    {
      name: ["outreach_sender_profile", "outreach_sender_profiles"],
      entity: "OutreachSenderProfile",
      args: { methodSuffix: "OutreachSenderProfiles" },
    },
  ],
})
