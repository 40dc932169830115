import { queryRows, type Db } from "../../../persistence/db"

/** The names of attributes that the campaign's leads have or had, as paths: at most `limit`. */
export async function listAttributePaths(
  db: Db,
  input: { campaign_id: string; limit: number }
): Promise<string[][]> {
  const rows = await queryRows<{ path: string[] }>(
    db,
    `select name.path from outreach_attribute_name as name
      where name.campaign_id = $1 order by name.path limit $2`,
    [input.campaign_id, input.limit]
  )
  return rows.map(({ path }) => path)
}
