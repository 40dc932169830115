import { readAddress, splitName } from "./clean-address"
import { cleanText, saysNothing } from "./clean-cell"
import type { Column } from "./columns"
import { saysOfSubscription, stricterConsent, toConsent } from "./consent-words"
import type { CsvRecord } from "./csv-records"
import type { CsvReport } from "./csv-report"
import { decodeUtf8, decodeWindows1252 } from "./decode-cell"
import { meaningOf } from "./known-headers"
import { refuse, toLeadRow, type LeadRow, type RowProblem } from "./lead-row"
import type { CampaignLeadInput, EmailConsent } from "../../../../../../../modules/outreach"

/** Longer than any name of a column for addresses. */
const MAX_HEADER_LENGTH = 60

type Candidate = Partial<CampaignLeadInput>

/** Makes leads of a file's rows, and counts on the report what it passed over. */
export class RowReader {
  /** @param isMarkedUtf8 the file says that it is UTF-8: what is not is a fault, not Windows-1252 */
  constructor(
    private readonly columns: readonly Column[],
    private readonly report: CsvReport,
    private readonly isMarkedUtf8: boolean
  ) {}

  /** @returns null for a row that only repeats the header */
  read({ line, cells }: CsvRecord): LeadRow | null {
    const lead: Candidate = {}
    const attributes: [string, string][] = []
    const problems: RowProblem[] = []
    const addConsent = (consent: EmailConsent) => {
      lead.email_consent = stricterConsent(lead.email_consent, consent)
    }
    let name: string | null = null
    let addressName: string | null = null
    for (const [place, cell] of cells.entries()) {
      if (cell === "") continue
      const column = this.columns[place]
      const text = this.decode_(cell)
      if (text === null) {
        problems.push(notUtf8(column, place))
        continue
      }
      if (text === "") continue
      if (!column) {
        problems.push(withoutHeader(place))
        continue
      }
      if (column.target === null) {
        if (column.header === "") this.report.noteUnnamed(place)
        continue
      }
      if (saysNothing(text)) {
        this.report.saidNothing += 1
        continue
      }
      if ("attribute" in column.target) {
        attributes.push([column.target.attribute, text])
        if (column.maySayConsent && saysOfSubscription(text)) addConsent(toConsent(text, "status"))
        continue
      }
      const { target } = column
      if (target.field === "email") {
        const address = readAddress(text)
        lead.email = address.email
        addressName = address.name
      } else if (target.field === "email_consent") {
        addConsent(toConsent(text, target.consent))
      } else if (target.field === "full_name") name = text
      else lead[target.field] = text
    }
    if (lead.email !== undefined && isAddressHeader(lead.email)) {
      this.report.repeatedHeaders += 1
      return null
    }
    name ??= addressName
    if (name !== null && !lead.first_name && !lead.last_name) Object.assign(lead, splitName(name))
    const [first] = problems
    if (first) {
      const reason = problems.slice(0, 3).map((problem) => problem.reason)
      return refuse(line, { ...first, reason: reason.join("; ") }, lead)
    }
    return toLeadRow(line, { ...lead, attributes: Object.fromEntries(attributes) })
  }

  /** @returns null for a cell that is not UTF-8 in a file that says it is */
  private decode_(cell: string): string | null {
    const text = decodeUtf8(cell)
    if (text !== null) return cleanText(text)
    if (this.isMarkedUtf8) return null
    this.report.windows1252 += 1
    return cleanText(decodeWindows1252(cell))
  }
}

/** Where files were put one behind the other, `E-Mail` stands where an address should. */
const isAddressHeader = (text: string) =>
  text.length <= MAX_HEADER_LENGTH && !text.includes("@") && meaningOf(text)?.field === "email"

function notUtf8(column: Column | undefined, place: number): RowProblem {
  const name = column?.header || String(place + 1)
  const field = column?.target && "field" in column.target ? column.target.field : name
  return {
    code: "not_utf8",
    params: { column: name },
    reason: `Column '${field}': it is not UTF-8`,
  }
}

const withoutHeader = (place: number): RowProblem => ({
  code: "cell_without_header",
  params: { column: String(place + 1) },
  reason: `Column ${place + 1}: it has a value, but the header has no name for it`,
})
