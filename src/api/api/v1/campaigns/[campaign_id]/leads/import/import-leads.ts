import type { MedusaContainer } from "@medusajs/framework/types"
import type { CampaignLeadInput } from "../../../../../../../modules/outreach"
import { linkCustomers } from "../../../../../../../workflows/customers/link-customers"
import { importCampaignLeadsWorkflow } from "../../../../../../../workflows/leads/import-campaign-leads"
import { resolveOutreach } from "../../../../../../../workflows/common/resolve-modules"
import type { ImportCampaignLeadsQueryType } from "../validators"
import type { CsvReportDTO } from "./csv-report"
import { importRows, type ImportedRows, type SavedLeads } from "./import-rows"
import type { LeadRow } from "./lead-row"
import type { CsvFile } from "./read-csv"
import { refused } from "./refused"

/** What an import answers. What is told of the file is told of CSV. */
export type ImportedLeadsResponse = Omit<ImportedRows, "updated"> &
  Partial<CsvReportDTO> & {
    /** Where nothing that is known is brought up to date, it is left out. */
    updated?: number
  }

/** What a dry run answers: of a JSON list the file's part is empty. */
export type DryRunResponse = ImportedRows &
  (CsvReportDTO | { columns: []; questions: []; notes: []; encoding: null; delimiter: null })

interface ImportInput {
  campaign_id: string
  rows: LeadRow[] | CsvFile
  on_existing: ImportCampaignLeadsQueryType["on_existing"]
  /** A lead with the address of one of the host's customers is that customer. */
  link_customers: boolean
  request_id?: string
}

/**
 * Imports a list of leads.
 *
 * @throws MedusaError INVALID_DATA for a CSV file that leaves a question open
 */
export async function importLeads(
  container: MedusaContainer,
  { campaign_id, rows, on_existing, link_customers, request_id }: ImportInput
): Promise<ImportedLeadsResponse> {
  const file = "report" in rows ? rows : null
  const [question] = file?.report.questions ?? []
  if (question)
    throw refused("columns_unsettled", `${question.message}. ?dry_run=true shows all columns`)
  const save = async (given: CampaignLeadInput[]) => {
    const leads = link_customers ? await linkCustomers(container, given) : given
    const { result } = await importCampaignLeadsWorkflow(container).run({
      input: { campaign_id, leads, on_existing },
      context: { requestId: request_id },
    })
    return result
  }
  const isUpdate = on_existing === "update"
  const { updated, ...imported } = await importRows("report" in rows ? rows.rows : rows, save, {
    isFirstOnly: isUpdate,
  })
  return { ...imported, ...(isUpdate && { updated }), ...file?.report.toDTO() }
}

/** Reads the whole list as an import would, and writes nothing. */
export async function examineLeads(
  container: MedusaContainer,
  { campaign_id, rows, on_existing, link_customers }: ImportInput
): Promise<DryRunResponse> {
  const outreach = resolveOutreach(container)
  const save = async (leads: CampaignLeadInput[]): Promise<SavedLeads> => {
    const isUpdate = on_existing === "update"
    const linked = isUpdate && link_customers ? await linkCustomers(container, leads) : leads
    // Who is skipped is known by the address alone.
    const asked = isUpdate ? linked : leads.map(({ email }) => ({ email }))
    const { created, updated, unchanged } = await outreach.examineCampaignLeads(campaign_id, asked)
    return { created, updated, skipped: unchanged }
  }
  if (!("report" in rows)) {
    const examined = await importRows(rows, save, { isFirstOnly: true })
    return { ...examined, columns: [], questions: [], notes: [], encoding: null, delimiter: null }
  }
  // Without its addresses no row is a lead: one question, not an error for each.
  const isAnswered = rows.report.questions.every(({ field }) => field !== "email")
  const read = isAnswered ? rows.rows : withoutRows(rows.rows)
  const examined = await importRows(read, save, { isFirstOnly: true })
  return { ...examined, ...rows.report.toDTO() }
}

/** Reads to the end, for what is counted on the way. */
async function* withoutRows(rows: AsyncIterable<LeadRow>): AsyncGenerator<LeadRow> {
  for await (const row of rows) {
    if ("code" in row && row.code === "unreadable_from_here") yield row
  }
}
