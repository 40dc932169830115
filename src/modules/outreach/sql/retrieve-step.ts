import type { SenderSnapshot } from "../../../ports"
import { queryRows, type Db } from "../../../persistence/db"
import type { StepVariantDTO } from "../types/dtos"

export interface StepRow {
  delay_days: number
  channel: string
  /** The campaign's sender, else the default one. */
  sender: SenderSnapshot | null
  /** In order. */
  variants: (Pick<StepVariantDTO, "label" | "type" | "template" | "prompt"> & {
    /** The variant's own. */
    sender: SenderSnapshot | null
  })[]
}

const SENDER = `json_build_object(
  'id', profile.id, 'profile_name', profile.profile_name,
  'custom_prompt', profile.custom_prompt, 'data', profile.sender_data)`

/**
 * One step with its variants and whoever sends them, all as of one moment: read apart, a campaign that
 * is deleted in between is half there. Null where the campaign has no such step.
 */
export async function retrieveStep(
  db: Db,
  input: { campaign_id: string; step_index: number }
): Promise<StepRow | null> {
  const [step] = await queryRows<StepRow>(
    db,
    `select step.delay_days, step.channel, coalesce(variants.list, '[]') as variants,
            (select ${SENDER} from outreach_sender_profile as profile
              where case when campaign.sender_profile_id is null then profile.is_default
                         else profile.id = campaign.sender_profile_id end) as sender
       from outreach_campaign_step as step
       join outreach_campaign as campaign on campaign.id = step.campaign_id
      cross join lateral (
        select json_agg(json_build_object(
                 'label', variant.label, 'type', variant.type, 'prompt', variant.prompt,
                 'template', case when variant.template_subject is not null then json_build_object(
                   'subject', variant.template_subject, 'body', variant.template_body) end,
                 'sender', (select ${SENDER} from outreach_sender_profile as profile
                             where profile.id = variant.sender_profile_id))
                 order by variant.position) as list
          from outreach_step_variant as variant
         where variant.campaign_id = step.campaign_id and variant.step_index = step.step_index
      ) as variants
      where step.campaign_id = $1 and step.step_index = $2`,
    [input.campaign_id, input.step_index]
  )
  return step ?? null
}
