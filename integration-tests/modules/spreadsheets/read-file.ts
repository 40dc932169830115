import { toColumnMap } from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/import/column-map"
import { readCsv } from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/import/read-csv"
import type { RefusedRow } from "../../../src/api/api/v1/campaigns/[campaign_id]/leads/import/lead-row"
import type { CampaignLeadInput } from "../../../src/modules/outreach"

/** A whole file, as an import would take it. */
export async function readFile(file: string | Buffer, map?: Record<string, string | null>) {
  const whole = async function* () {
    yield Buffer.from(file)
  }
  const { report, rows } = await readCsv(whole(), toColumnMap(map))
  const leads: CampaignLeadInput[] = []
  const refusals: RefusedRow[] = []
  for await (const row of rows) {
    if ("lead" in row) leads.push(row.lead)
    else refusals.push(row)
  }
  return { leads, refusals, ...report.toDTO() }
}

/** Which column fills which field, and what became of the others. */
export async function columnsOf(file: string | Buffer, map?: Record<string, string | null>) {
  const { columns } = await readFile(file, map)
  return Object.fromEntries(
    columns.map(({ header, field, attribute }) => [
      header,
      field ?? (attribute === null ? null : `attributes.${attribute}`),
    ])
  )
}

export const notesOf = async (file: string | Buffer) =>
  Object.fromEntries((await readFile(file)).notes.map(({ code, params }) => [code, params]))
