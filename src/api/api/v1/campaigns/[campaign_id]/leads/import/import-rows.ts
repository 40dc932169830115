import type { CampaignLeadInput } from "../../../../../../../modules/outreach"
import { AddressSet } from "./address-set"
import type { LeadRow, RefusedRow } from "./lead-row"

/** Leads that are committed together. A cut upload keeps the chunks before the cut. */
const CHUNK_SIZE = 1000
/** A file that is wrong throughout says so a thousand times, not a million. */
const MAX_ERRORS = 1000

/** What came of some leads, or would. */
export interface SavedLeads {
  created: number
  updated: number
  skipped: number
}

/** What an import came to, in whatever form the leads came. */
export interface ImportedRows extends SavedLeads {
  errors: RefusedRow[]
  /** Only when there were more. */
  errors_truncated?: true
}

type Save = (leads: CampaignLeadInput[]) => Promise<SavedLeads>

interface ImportRowsOptions {
  /**
   * Of two rows with one address the first counts, and the second never reaches `save`. Not needed
   * where `save` itself passes known addresses over.
   */
  isFirstOnly: boolean
}

/** Saves rows in chunks as they come, reading the next chunk while one is saved: it holds two at most. */
export async function importRows(
  rows: Iterable<LeadRow> | AsyncIterable<LeadRow>,
  save: Save,
  { isFirstOnly }: ImportRowsOptions
): Promise<ImportedRows> {
  const imported: ImportedRows = { created: 0, updated: 0, skipped: 0, errors: [] }
  const addresses = isFirstOnly ? new AddressSet() : null
  let chunk: CampaignLeadInput[] = []
  let saving = Promise.resolve()
  const saveChunk = async () => {
    await saving
    const leads = chunk
    chunk = []
    saving = save(leads).then(({ created, updated, skipped }) => {
      imported.created += created
      imported.updated += updated
      imported.skipped += skipped
    })
    // Whoever awaits it next hears of a failure; until then nobody does.
    saving.catch(() => {})
  }
  try {
    for await (const row of rows) {
      if ("lead" in row) {
        if (addresses && !addresses.add(row.lead.email)) imported.skipped += 1
        else chunk.push(row.lead)
      } else if (imported.errors.length < MAX_ERRORS) imported.errors.push(row)
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
