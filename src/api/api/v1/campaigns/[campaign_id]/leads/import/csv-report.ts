import type { Column, ColumnQuestion } from "./columns"
import type { CsvEncoding } from "./detect-encoding"
import type { OpenedFile } from "./file-start"
import type { CsvLayout } from "./find-header"
import { nameHeaders } from "./name-headers"

/** More columns than a person maps; the rest become attributes without being listed. */
const MAX_COLUMNS = 1000
const SAMPLES = 3
const MAX_SAMPLE_LENGTH = 100

/** One column of the file as the answer shows it. `field` and `attribute` both null: it is left out. */
export interface ReportedColumn {
  header: string
  field: string | null
  attribute: string | null
  /** Its first values that are not blank, at most 3 of at most 100 characters. */
  samples: string[]
}

/** Something that a person should know about the file. */
export interface ImportNote {
  code:
    | "cells_said_nothing"
    | "columns_numbered"
    | "columns_without_name"
    | "no_header"
    | "header_repeated"
    | "read_as_windows_1252"
    | "rows_before_header"
  params: Record<string, string | number>
  message: string
}

/** What was found out about a CSV file. */
export interface CsvReportDTO {
  columns: ReportedColumn[]
  questions: ColumnQuestion[]
  notes: ImportNote[]
  encoding: CsvEncoding
  delimiter: string
}

interface CsvReportInput {
  layout: CsvLayout
  file: Pick<OpenedFile, "encoding">
  /** The header's cells. */
  titles: readonly string[]
  columns: readonly Column[]
  questions: readonly ColumnQuestion[]
}

/** Gathers what is told about a file while its rows are read. */
export class CsvReport {
  /** Cells that were no UTF-8. */
  windows1252 = 0
  /** Cells such as `N/A`. */
  saidNothing = 0
  /** Rows further down that are the header once more. */
  repeatedHeaders = 0
  private readonly unnamed_ = new Set<number>()

  constructor(private readonly input: CsvReportInput) {}

  get questions(): readonly ColumnQuestion[] {
    return this.input.questions
  }

  /** A column without a name holds something. */
  noteUnnamed(place: number): void {
    this.unnamed_.add(place)
  }

  toDTO(): CsvReportDTO {
    const { layout, file, questions } = this.input
    return {
      columns: this.columns_(),
      questions: [...questions],
      notes: this.notes_(),
      encoding: this.windows1252 > 0 ? "windows-1252" : file.encoding,
      delimiter: layout.delimiter,
    }
  }

  private columns_(): ReportedColumn[] {
    const { columns, layout } = this.input
    return columns.slice(0, MAX_COLUMNS).flatMap(({ header, target }, place) => {
      if (header === "") return []
      const values = layout.rows.flatMap((row) => row[place] || [])
      return {
        header,
        field: target && "field" in target ? target.field : null,
        attribute: target && "attribute" in target ? target.attribute : null,
        samples: values.slice(0, SAMPLES).map((value) => value.slice(0, MAX_SAMPLE_LENGTH)),
      }
    })
  }

  private notes_(): ImportNote[] {
    const { layout, titles } = this.input
    const notes: ImportNote[] = []
    const note = (
      code: ImportNote["code"],
      params: Record<string, string | number>,
      message: string
    ) => notes.push({ code, params, message })
    if (layout.preamble > 0) {
      note(
        "rows_before_header",
        { rows: layout.preamble },
        `Rows before the header that were passed over: ${layout.preamble}`
      )
    }
    if (layout.headerRows === 0) {
      note("no_header", {}, "The file has no header: its columns are called Column 1, Column 2, …")
    }
    if (this.repeatedHeaders > 0) {
      note(
        "header_repeated",
        { rows: this.repeatedHeaders },
        `Rows that only repeat the header and were passed over: ${this.repeatedHeaders}`
      )
    }
    const numbered = nameHeaders(titles).filter(({ title, header }) => title !== header)
    if (numbered.length > 0) {
      const headers = numbered.map(({ header }) => `'${header}'`).join(", ")
      note(
        "columns_numbered",
        { headers: headers.slice(0, 200) },
        `Columns whose name the file has twice got a number: ${headers.slice(0, 200)}`
      )
    }
    if (this.unnamed_.size > 0) {
      note(
        "columns_without_name",
        { columns: this.unnamed_.size },
        `Columns without a name that were left out: ${this.unnamed_.size}`
      )
    }
    if (this.windows1252 > 0) {
      note(
        "read_as_windows_1252",
        { cells: this.windows1252 },
        `Cells that are not UTF-8 and were read as Windows-1252: ${this.windows1252}`
      )
    }
    if (this.saidNothing > 0) {
      note(
        "cells_said_nothing",
        { cells: this.saidNothing },
        `Cells that say that there is nothing ("N/A", "null", "-") and count as blank: ${this.saidNothing}`
      )
    }
    return notes
  }
}
