/**
 * Which batches of campaign $1, but those of test sets, drafted with which prompt: one row per batch and
 * version that a task of it names. A batch whose variants all have a prompt of their own did not draft
 * with the one that it resolved.
 */
export const PROMPT_USES = `
  select batch.id as batch_id, batch.step_index, batch.created_at, batch.prompt_version_hash,
         batch.prompt_source
    from playground_draft_batch as batch
   where batch.campaign_id = $1 and batch.test_set_id is null
     and (not exists (select from playground_variant_prompt as variant where variant.batch_id = batch.id)
          or exists (select from playground_draft as task
                      where task.batch_id = batch.id
                        and task.prompt_version_hash = batch.prompt_version_hash))
   union all
  select batch.id, batch.step_index, batch.created_at, variant.prompt_version_hash, 'variant'
    from playground_draft_batch as batch
    join playground_variant_prompt as variant on variant.batch_id = batch.id
   where batch.campaign_id = $1 and batch.test_set_id is null
     and variant.prompt_version_hash <> batch.prompt_version_hash`
