/** Which rows of a list are asked for. */
export interface Page {
  /** From 0. */
  offset: number
  limit: number
}

/** A page of a list beside its rows. */
export interface PageOf extends Page {
  /** How many rows the whole list has. */
  count: number
}

export interface StepPage extends Page {
  /** Null: of every step. */
  step_index: number | null
}

export interface BatchPage extends StepPage {
  /** Batches of test sets among them. @default false */
  with_tests?: boolean
}
