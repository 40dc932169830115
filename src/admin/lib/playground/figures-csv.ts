import { toCsv } from "../common/csv"
import type { Measure, MeasureName } from "./measures"

const COLUMNS = ["figure", "batch", "hits", "of", "percent", "low", "high"] as const
type Column = (typeof COLUMNS)[number]

interface FiguresCsv {
  measures: readonly Measure[]
  /** What the two batches are called. */
  letters: readonly string[]
  titleOf: (column: Column) => string
  nameOf: (measure: MeasureName) => string
  /** What it all comes to, as the last row. */
  verdict: string
}

const percent = (share: number) => (share * 100).toFixed(1)

/** The figures of a comparison for a spreadsheet, a row for each figure and batch; shares in percent. */
export function toFiguresCsv({ measures, letters, titleOf, nameOf, verdict }: FiguresCsv): string {
  const rows = measures.flatMap(({ name, shares }) =>
    shares.map(({ hits, n, interval }, place) => [
      nameOf(name),
      letters[place] ?? "",
      String(hits),
      String(n),
      n === 0 ? "" : percent(hits / n),
      ...interval.map(percent),
    ])
  )
  const last = COLUMNS.map((_, place) => (place === 0 ? verdict : ""))
  return toCsv([COLUMNS.map(titleOf), ...rows, last])
}
