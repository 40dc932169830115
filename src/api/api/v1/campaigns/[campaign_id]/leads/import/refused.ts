import { MedusaError } from "@medusajs/framework/utils"

/** Why nothing of a file can be read, for a program; the dashboard words them (`refusals.codes`). */
type RefusalCode =
  "file_empty" | "file_is_no_csv" | "header_unreadable" | "column_unknown" | "columns_unsettled"

/** @param reason what was wrong, and what to do */
export const refused = (code: RefusalCode, reason: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `CSV header: ${reason}`, code)
