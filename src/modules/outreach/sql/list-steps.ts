import { queryRows, type Db } from "../../../persistence/db"
import type { CampaignStepDTO } from "../types/dtos"

export interface StepsRow {
  campaign_id: string
  steps: CampaignStepDTO[]
}

/** The steps of these campaigns with their variants, each in order. A campaign without steps is left out. */
export async function listSteps(db: Db, campaignIds: readonly string[]): Promise<StepsRow[]> {
  return queryRows<StepsRow>(
    db,
    `select step.campaign_id,
            json_agg(json_build_object(
              'step_index', step.step_index, 'delay_days', step.delay_days,
              'channel', step.channel, 'variants', variants.list) order by step.step_index) as steps
       from outreach_campaign_step as step
      cross join lateral (
        select json_agg(json_build_object(
                 'label', variant.label, 'weight', variant.weight, 'type', variant.type,
                 'template', case when variant.template_subject is not null then json_build_object(
                   'subject', variant.template_subject, 'body', variant.template_body) end,
                 'sender_profile_id', variant.sender_profile_id, 'prompt', variant.prompt) order by variant.position) as list
          from outreach_step_variant as variant
         where variant.campaign_id = step.campaign_id and variant.step_index = step.step_index
      ) as variants
      where step.campaign_id = any ($1::uuid[])
      group by step.campaign_id`,
    [campaignIds]
  )
}
