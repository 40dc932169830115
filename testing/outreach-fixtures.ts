import type { OutreachModuleService } from "../src/modules/outreach"
import type { Host } from "./host-suite"

interface FixtureInput {
  /** How many leads enter. @default 5 */
  leads?: number
  /** The campaign's own prompt. @default a greeting that every lead has the values for */
  system_prompt?: string | null
}

export interface OutreachFixture {
  campaign_id: string
  /** In lead order. */
  lead_ids: string[]
}

/** Step 1 drafts for every lead; step 2 is a template for all; step 3 is split in two. */
export async function createCampaign(
  host: Host,
  { leads = 5, system_prompt = DEFAULT_SYSTEM_PROMPT }: FixtureInput = {}
): Promise<OutreachFixture> {
  const outreach = host.container().resolve<OutreachModuleService>("outreach")
  const campaign = await outreach.createCampaign({
    name: "Autumn",
    system_prompt,
    steps: [
      {
        step_index: 1,
        delay_days: 0,
        channel: "email",
        variants: [personalised("A", 1)],
      },
      {
        step_index: 2,
        delay_days: 3,
        channel: "email",
        variants: [
          {
            label: "A",
            weight: 1,
            type: "TEMPLATE",
            template: { subject: "Hi", body: "Again" },
            sender_profile_id: null,
          },
        ],
      },
      {
        step_index: 3,
        delay_days: 7,
        channel: "email",
        variants: [personalised("A", 1), personalised("B", 1)],
      },
    ],
  })
  const lead_ids = await outreach.addCampaignLeads(
    campaign.id,
    Array.from({ length: leads }, (_, place) => ({
      email: `lead-${place}@example.com`,
      first_name: `First${place}`,
      company: `Company${place}`,
    }))
  )
  return { campaign_id: campaign.id, lead_ids }
}

export const DEFAULT_SYSTEM_PROMPT =
  "Subject: Hello {{ lead.first_name }}\n\nHow is {{ lead.company }} doing, {{ lead.first_name }}?"

const personalised = (label: string, weight: number) => ({
  label,
  weight,
  type: "PERSONALIZATION" as const,
  template: null,
  sender_profile_id: null,
})
