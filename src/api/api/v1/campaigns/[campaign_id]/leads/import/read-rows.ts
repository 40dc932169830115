import type { MedusaRequest } from "@medusajs/framework/http"
import { readJsonBody } from "../../../../../../utils/json-body"
import { readCsv, type CsvFile } from "./read-csv"
import type { ColumnMap } from "./column-map"
import { readJsonRows, type CustomersBody } from "./json-rows"
import type { LeadRow } from "./lead-row"

/** 1,000 leads with 32 kB of attributes each are 33 MB; read only after authentication. */
const MAX_JSON_BYTES = 40 * 1024 * 1024

/**
 * The rows of the request's body, or which customers it means; null for a form that is neither
 * JSON nor CSV.
 *
 * @throws MedusaError INVALID_DATA for JSON that holds neither a list of leads nor a filter of customers, and
 *   for a file that is no CSV
 */
export async function readRows(
  req: MedusaRequest,
  map: ColumnMap
): Promise<LeadRow[] | CsvFile | CustomersBody | null> {
  const [, charset = "utf-8"] = /charset="?([^";\s]+)/i.exec(req.get("Content-Type") ?? "") ?? []
  const encoding = req.get("Content-Encoding") ?? "identity"
  if (!/^utf-?8$/i.test(charset) || encoding !== "identity") return null
  // A request that no parser has touched is a stream of buffers.
  if (req.is("text/csv")) return readCsv(req as AsyncIterable<Buffer>, map)
  if (req.is("application/json")) return readJsonRows(await readJsonBody(req, MAX_JSON_BYTES))
  return null
}
