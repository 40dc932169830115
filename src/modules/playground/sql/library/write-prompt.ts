import { queryRows, type Db } from "../../../../persistence/db"

export interface PromptTextInput {
  hash: string
  text: string
  note: string | null
  saved_by: string
}

/**
 * A named prompt with its first version, in one statement. Null, and nothing is written, when the
 * campaign has a prompt of that name, letter case aside.
 */
export async function insertPrompt(
  db: Db,
  input: {
    campaign_id: string
    name: string
    note: string | null
    version: Omit<PromptTextInput, "note">
  }
): Promise<string | null> {
  const { hash, text, saved_by } = input.version
  const [row] = await queryRows<{ id: string }>(
    db,
    `with prompt as (
       insert into playground_prompt (campaign_id, name, note, created_by) values ($1, $2, $3, $6)
       on conflict (campaign_id, lower(name)) do nothing returning id
     ), frozen as (
       insert into playground_prompt_version (hash, text) select $4, $5 from prompt
       on conflict (hash) do nothing
     ), version as (
       insert into playground_prompt_text (prompt_id, prompt_version_hash, saved_by) select prompt.id, $4, $6 from prompt
     )
     select prompt.id from prompt`,
    [input.campaign_id, input.name, input.note, hash, text, saved_by]
  )
  return row?.id ?? null
}

/**
 * Saves a version of a prompt and makes it the current one. One that the prompt has already becomes
 * the current one again, and keeps its note unless a new one is given. False when the campaign has no
 * such prompt.
 */
export async function savePromptText(
  db: Db,
  input: { campaign_id: string; prompt_id: string; version: PromptTextInput }
): Promise<boolean> {
  const { hash, text, note, saved_by } = input.version
  const rows = await queryRows<{ id: string }>(
    db,
    `with prompt as (
       update playground_prompt as prompt set updated_at = clock_timestamp()
        where prompt.id = $2 and prompt.campaign_id = $1 returning prompt.id
     ), frozen as (
       insert into playground_prompt_version (hash, text) select $3, $4 from prompt
       on conflict (hash) do nothing
     ), version as (
       insert into playground_prompt_text as version (prompt_id, prompt_version_hash, note, saved_by)
       select prompt.id, $3, $5, $6 from prompt
       on conflict (prompt_id, prompt_version_hash) do update
          set saved_at = clock_timestamp(), saved_by = excluded.saved_by,
              note = coalesce(excluded.note, version.note)
     )
     select prompt.id from prompt`,
    [input.campaign_id, input.prompt_id, hash, text, note, saved_by]
  )
  return rows.length > 0
}

/** What a change names; the rest stays. */
export interface PromptChange {
  name?: string
  note?: string | null
  archived?: boolean
}

/**
 * @returns false when the campaign has no such prompt
 * @throws the unique violation of `playground_prompt_one_per_name`
 */
export async function updatePrompt(
  db: Db,
  input: { campaign_id: string; prompt_id: string; change: PromptChange }
): Promise<boolean> {
  const { name, note, archived } = input.change
  const rows = await queryRows<{ id: string }>(
    db,
    `update playground_prompt as prompt
        set name = coalesce($3, prompt.name),
            note = case when $4 then $5 else prompt.note end,
            archived_at = case when $6::boolean is null then prompt.archived_at
                               when $6 then coalesce(prompt.archived_at, clock_timestamp()) end,
            updated_at = clock_timestamp()
      where prompt.id = $2 and prompt.campaign_id = $1 returning prompt.id`,
    [
      input.campaign_id,
      input.prompt_id,
      name ?? null,
      note !== undefined,
      note ?? null,
      archived ?? null,
    ]
  )
  return rows.length > 0
}

/** For the undoing of its creation. */
export async function deletePrompt(db: Db, prompt_id: string): Promise<void> {
  await queryRows(db, `delete from playground_prompt where id = $1`, [prompt_id])
}
