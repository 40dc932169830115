/** A row that an import refused. `reason` is English; `code` and `params` say the same for a translation. */
export interface RefusedRow {
  line?: number
  email?: string
  code?: string
  params?: Record<string, string | number>
  reason: string
}

/** One column of a CSV file. `field` and `attribute` both null: it is left out. */
export interface LeadColumn {
  header: string
  field: string | null
  attribute: string | null
  samples: string[]
}

/** What a file leaves open until somebody says which column is meant. */
export interface ColumnQuestion {
  code: string
  field: string
  headers: string[]
}

export interface ImportNote {
  code: string
  params: Record<string, string | number>
  message: string
}

/** What an import answers. `updated` where known leads are brought up to date, the rest of a CSV file. */
export interface ImportReport {
  created: number
  updated?: number
  skipped: number
  errors: RefusedRow[]
  notes?: ImportNote[]
  encoding?: string
}

/** What an import of a file would come to. */
export interface ImportPlan extends ImportReport {
  columns: LeadColumn[]
  questions: ColumnQuestion[]
  notes: ImportNote[]
}

/** What columns are, by header, where somebody said so: a field, `attributes.<name>`, null for left out. */
export type ColumnChoices = Record<string, string | null>

/** How a file is imported. */
export interface ImportChoices {
  map: ColumnChoices
  /** Bring leads that are already there up to date. */
  isUpdate: boolean
  /** Leads with the address of a customer are that customer. */
  isLink: boolean
}
