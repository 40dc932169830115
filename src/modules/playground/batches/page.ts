/** Which rows of a list are asked for. */
export interface Page {
  /** From 0. */
  offset: number
  limit: number
}

export interface StepPage extends Page {
  /** Null: of every step. */
  step_index: number | null
}
