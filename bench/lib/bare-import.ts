import { randomUUID } from "node:crypto"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { Client } from "pg"
import { timed } from "./rounds"

/**
 * COPY of leads and their assignments into the plugin's own tables, from files on the server's disk:
 * nothing is parsed by us, sent over a connection, looked at or answered.
 *
 * @param databaseUrl of a database with the plugin's tables
 */
export async function openBareImport(databaseUrl: string, leads: number) {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const directory = await mkdtemp(path.join(os.tmpdir(), "playground-copy-"))
  // The server runs as another user.
  await chmod(directory, 0o755)
  const files = { leads: path.join(directory, "leads"), assigned: path.join(directory, "assigned") }

  const prepare = async () => {
    const campaign = randomUUID()
    await client.query(`insert into outreach_campaign (id, name) values ($1, 'Bare')`, [campaign])
    const places = Array.from({ length: leads }, (_, place) => ({ place, id: randomUUID() }))
    const lead = places.map(({ id, place }) =>
      [id, campaign, `lead-${place}@example.com`, `First ${place}`, `Last ${place}`]
        .concat(`Company ${place}`, "Buyer")
        .join(",")
    )
    const assigned = places.map(({ id, place }) => [id, 1, campaign, "A", place].join(","))
    await writeFile(files.leads, lead.join("\n"), { mode: 0o644 })
    await writeFile(files.assigned, assigned.join("\n"), { mode: 0o644 })
  }
  return {
    /** How long one COPY of each takes, in ms. */
    measure: async () => {
      await prepare()
      const lead = "id, campaign_id, email, first_name, last_name, company, title"
      const assigned = "campaign_lead_id, step_index, campaign_id, variant_label, position"
      return timed(async () => {
        await client.query(`copy outreach_campaign_lead (${lead}) from '${files.leads}' csv`)
        await client.query(
          `copy outreach_lead_assignment (${assigned}) from '${files.assigned}' csv`
        )
      })
    },
    close: async () => {
      await client.end()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
