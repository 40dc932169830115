import type { Host } from "../../testing/host-suite"

/** What the reconciler derives from batches that have ended, whenever it comes by. */
const DERIVED = "playground_batch_summary"

/** Of every table of the plugin that is not derived, how many rows it has and what they come to. */
export async function everythingStored(host: Host): Promise<Record<string, string>> {
  const tables = await host.query<{ name: string }>(
    `select table_name as name
       from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name ~ '^(playground|outreach|delivery)_'
        and table_name <> '${DERIVED}'
      order by table_name`
  )
  const digests = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await host.query<{ digest: string }>(
        `select count(*) || ' rows ' || coalesce(md5(string_agg(stored::text, '|' order by stored::text)), '')
                as digest
           from "${name}" as stored`
      )
      return [name, row?.digest ?? ""]
    })
  )
  return Object.fromEntries(digests) as Record<string, string>
}
