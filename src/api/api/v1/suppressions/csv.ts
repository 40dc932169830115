import type { Readable } from "node:stream"
import { MedusaError } from "@medusajs/framework/utils"
import { parse } from "csv-parse"
import { SUPPRESSION_REASONS, type SuppressionReason } from "../../../../modules/delivery"

/** One line of the file that could be read. */
export interface SuppressionLine {
  line: number
  value: string
  reason: SuppressionReason
}

const VALUE_COLUMNS = ["value", "email", "e-mail", "address", "domain", "email address"]

/**
 * Reads the lines of a CSV, one after the other: a column `value` (or `email`, `domain`), and `reason`
 * where it is not `manual`. A file of addresses alone needs no header.
 *
 * @throws MedusaError INVALID_DATA for what is no CSV
 */
export async function* readSuppressionLines(stream: Readable): AsyncGenerator<SuppressionLine> {
  const parser = stream.pipe(
    parse({
      bom: true,
      // None of them stands in an address: as the spreadsheet of whatever country writes it.
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    })
  )
  let columns: { value: number; reason: number } | null = null
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      if (!columns) {
        const names = record.map((name) => name.toLowerCase())
        const value = names.findIndex((name) => VALUE_COLUMNS.includes(name))
        columns = { value: Math.max(value, 0), reason: names.indexOf("reason") }
        if (value !== -1) continue
      }
      const reason = record[columns.reason] ?? ""
      yield {
        line: info.lines,
        value: (record[columns.value] ?? "").replace(HARMLESS_START, ""),
        reason: SUPPRESSION_REASONS.find((known) => known === reason) ?? "manual",
      }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Body: ${reason}`)
  }
}

/** What `toCell` has put before what looks like a formula. */
const HARMLESS_START = /^'(?=[=+\-@＝＋－＠])/

/** A cell that no spreadsheet takes for a formula, nor for two, whatever parts its columns. */
export const toCell = (text: string) => {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",;\t\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
