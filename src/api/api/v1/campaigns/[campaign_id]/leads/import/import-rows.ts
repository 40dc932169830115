import type { CampaignLeadInput } from "../../../../../../../modules/outreach"
import type { LeadRow, RefusedRow } from "./lead-row"

/** Leads that are committed together. A cut upload keeps the chunks before the cut. */
const CHUNK_SIZE = 1000
/** A file that is wrong throughout says so a thousand times, not a million. */
const MAX_ERRORS = 1000

/** What an import came to, in whatever form the leads came. */
export interface ImportedLeadsResponse {
  created: number
  /** Their addresses were in the campaign already, or stood twice in the import. */
  skipped: number
  errors: RefusedRow[]
  /** Only when there were more. */
  errors_truncated?: true
}

type Save = (leads: CampaignLeadInput[]) => Promise<{ created: number; skipped: number }>

/** Saves rows in chunks as they come, reading the next chunk while one is saved: it holds two at most. */
export async function importRows(
  rows: Iterable<LeadRow> | AsyncIterable<LeadRow>,
  save: Save
): Promise<ImportedLeadsResponse> {
  const imported: ImportedLeadsResponse = { created: 0, skipped: 0, errors: [] }
  let chunk: CampaignLeadInput[] = []
  let saving = Promise.resolve()
  const saveChunk = async () => {
    await saving
    const leads = chunk
    chunk = []
    saving = save(leads).then(({ created, skipped }) => {
      imported.created += created
      imported.skipped += skipped
    })
    // Whoever awaits it next hears of a failure; until then nobody does.
    saving.catch(() => {})
  }
  try {
    for await (const row of rows) {
      if ("lead" in row) chunk.push(row.lead)
      else if (imported.errors.length < MAX_ERRORS) imported.errors.push(row)
      else imported.errors_truncated = true
      if (chunk.length === CHUNK_SIZE) await saveChunk()
    }
    if (chunk.length > 0) await saveChunk()
  } finally {
    // After a cut upload too: the answer may not come before the last chunk is committed or refused.
    await saving
  }
  return imported
}
