import { queryRows, type Db } from "../../../../persistence/db"

/**
 * Tables whose `prompt_version_hash` keeps a prompt; each has an index on it. A draft task is not among
 * them: its prompt is among its batch's, and it goes with its batch.
 */
const USERS = [
  "playground_draft_batch",
  "playground_variant_prompt",
  "playground_approved_email",
  "playground_prompt_text",
  "playground_evaluation",
]

const IS_UNUSED = USERS.map(
  (table) =>
    `not exists (select from ${table} as usage where usage.prompt_version_hash = version.hash)`
).join(" and ")

/**
 * Deletes up to `limit` prompt versions that nothing uses any more, and answers them. A batch that is
 * being created with one of them finds it gone: `createDraftBatch` makes it anew.
 */
export async function deleteUnusedPromptVersions(
  db: Db,
  input: { limit: number }
): Promise<{ hash: string }[]> {
  return queryRows<{ hash: string }>(
    db,
    `with unused as (
       select version.hash from playground_prompt_version as version
        where ${IS_UNUSED}
        order by version.hash limit $1 for update skip locked
     )
     delete from playground_prompt_version as version using unused
      where version.hash = unused.hash returning version.hash`,
    [input.limit]
  )
}
