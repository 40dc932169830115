import { randomUUID } from "node:crypto"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { Client } from "pg"
import { createDatabase } from "../../integration-tests/setup/fresh-database"
import type { Services } from "./bench"
import { timed } from "./rounds"

/**
 * COPY of leads and their assignments from files on the server's own disk: nothing is parsed by us,
 * sent over a connection, looked at or answered.
 */
export async function openBareImport({ postgresUrl }: Services, leads: number) {
  const database = await createDatabase("bare_import", postgresUrl)
  const client = new Client({ connectionString: database.url })
  await client.connect()
  await client.query(`
    create table bare_lead (
      id uuid primary key, campaign_id uuid not null, position bigint not null, email text not null,
      first_name text, last_name text, company text, title text, attributes jsonb not null default '{}',
      created_at timestamptz not null default now(), updated_at timestamptz not null default now())`)
  await client.query(`create unique index on bare_lead (campaign_id, lower(email))`)
  await client.query(`create index on bare_lead (campaign_id, position)`)
  await client.query(`
    create table bare_assignment (
      lead_id uuid not null, step_index integer not null, campaign_id uuid not null,
      variant_label text not null, position bigint not null, primary key (lead_id, step_index))`)
  await client.query(
    `create index on bare_assignment (campaign_id, step_index, variant_label, position)`
  )
  const directory = await mkdtemp(path.join(os.tmpdir(), "playground-copy-"))
  // The server runs as another user.
  await chmod(directory, 0o755)
  const files = { leads: path.join(directory, "leads"), assigned: path.join(directory, "assigned") }

  const write = async () => {
    const campaign = randomUUID()
    const places = Array.from({ length: leads }, (_, place) => ({ place, id: randomUUID() }))
    const lead = places.map(({ id, place }) =>
      [id, campaign, place, `lead-${place}@example.com`, `First ${place}`, `Last ${place}`]
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
      await write()
      const columns = "id, campaign_id, position, email, first_name, last_name, company, title"
      return timed(async () => {
        await client.query(`copy bare_lead (${columns}) from '${files.leads}' csv`)
        await client.query(`copy bare_assignment from '${files.assigned}' csv`)
      })
    },
    close: async () => {
      await client.end()
      await database.drop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
