import type { Db } from "../../../persistence/db"
import type { CampaignStepDTO } from "../types/dtos"

/** Makes `steps` the steps of the campaign. Must run inside a transaction; `assignMissing` follows. */
export async function replaceSteps(
  transaction: Db,
  input: { campaign_id: string; steps: readonly CampaignStepDTO[] }
): Promise<void> {
  const variants = input.steps.flatMap((step) =>
    step.variants.map((variant, position) => ({ ...variant, step, position }))
  )
  await transaction.query(`delete from outreach_campaign_step where campaign_id = $1`, [
    input.campaign_id,
  ])
  await transaction.query(
    `insert into outreach_campaign_step (campaign_id, step_index, delay_days, channel)
     select $1::uuid, step.* from unnest($2::integer[], $3::integer[], $4::text[]) as step`,
    [
      input.campaign_id,
      input.steps.map((step) => step.step_index),
      input.steps.map((step) => step.delay_days),
      input.steps.map((step) => step.channel),
    ]
  )
  await transaction.query(
    `insert into outreach_step_variant
       (campaign_id, step_index, label, position, weight, type, template_subject, template_body,
        sender_profile_id, prompt)
     select $1::uuid, variant.*
       from unnest($2::integer[], $3::text[], $4::integer[], $5::double precision[], $6::text[],
                   $7::text[], $8::text[], $9::uuid[], $10::text[]) as variant`,
    [
      input.campaign_id,
      variants.map(({ step }) => step.step_index),
      variants.map(({ label }) => label),
      variants.map(({ position }) => position),
      variants.map(({ weight }) => weight),
      variants.map(({ type }) => type),
      variants.map(({ template }) => template?.subject ?? null),
      variants.map(({ template }) => template?.body ?? null),
      variants.map(({ sender_profile_id }) => sender_profile_id),
      variants.map(({ prompt }) => prompt ?? null),
    ]
  )
}
