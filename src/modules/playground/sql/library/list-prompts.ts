import { queryRows, type Db } from "../../../../persistence/db"

/** A named prompt of a campaign. */
export interface PromptRow {
  id: string
  campaign_id: string
  /** 1 to 120 characters, once per campaign, letter case aside. */
  name: string
  note: string | null
  archived_at: Date | null
  created_by: string
  created_at: Date
  updated_at: Date
  /** The version that was saved last. */
  current_version_hash: string
  versions_count: number
  /** Whether `used_hash` is one of its versions. */
  is_used: boolean
}

/** Of the versions of one prompt, the last saved is the current one. $2: the hash of a text, or null. */
const PROMPT = `
  select prompt.*, saved.hashes[1] as current_version_hash,
         cardinality(saved.hashes) as versions_count,
         coalesce($2::text = any (saved.hashes), false) as is_used
    from playground_prompt as prompt
   cross join lateral (
     select array_agg(version.prompt_version_hash order by version.saved_at desc, version.prompt_version_hash) as hashes
       from playground_prompt_text as version where version.prompt_id = prompt.id
   ) as saved`

/** A page of the campaign's named prompts, last changed first: the archived ones, or the others. */
export async function listPrompts(
  db: Db,
  input: {
    campaign_id: string
    used_hash: string | null
    archived: boolean
    offset: number
    limit: number
  }
): Promise<PromptRow[]> {
  return queryRows<PromptRow>(
    db,
    `${PROMPT}
      where prompt.campaign_id = $1 and (prompt.archived_at is not null) = $3
      order by prompt.updated_at desc, prompt.id offset $4 limit $5`,
    [input.campaign_id, input.used_hash, input.archived, input.offset, input.limit]
  )
}

export async function countPrompts(
  db: Db,
  input: { campaign_id: string; archived: boolean }
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    `select count(*)::integer as count from playground_prompt as prompt
      where prompt.campaign_id = $1 and (prompt.archived_at is not null) = $2`,
    [input.campaign_id, input.archived]
  )
  return row?.count ?? 0
}

/** Null when the campaign has no such prompt. */
export async function retrievePrompt(
  db: Db,
  input: { campaign_id: string; prompt_id: string; used_hash: string | null }
): Promise<PromptRow | null> {
  const [row] = await queryRows<PromptRow>(
    db,
    `${PROMPT} where prompt.id = $3 and prompt.campaign_id = $1`,
    [input.campaign_id, input.used_hash, input.prompt_id]
  )
  return row ?? null
}

export interface PromptTextRow {
  prompt_version_hash: string
  text: string
  note: string | null
  saved_by: string
  saved_at: Date
}

/** The versions of a prompt, last saved first. */
export async function listPromptTexts(db: Db, prompt_id: string): Promise<PromptTextRow[]> {
  return queryRows<PromptTextRow>(
    db,
    `select version.prompt_version_hash, frozen.text, version.note, version.saved_by,
            version.saved_at
       from playground_prompt_text as version
       join playground_prompt_version as frozen on frozen.hash = version.prompt_version_hash
      where version.prompt_id = $1
      order by version.saved_at desc, version.prompt_version_hash`,
    [prompt_id]
  )
}
