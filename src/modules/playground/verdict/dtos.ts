import type { PageOf } from "../batches/page"
import type { JudgementRow } from "../sql/verdict/write-judgement"
import type { SideChoice } from "./blind"
import type { ComparisonVerdict, PairChoices, PairOutcome } from "./compare-pairs"

export type { WriteJudgementInput as JudgeDraftInput } from "../sql/verdict/write-judgement"

/** What one person thinks of a draft. */
export type JudgementDTO = JudgementRow

/** A page of what people think of a batch's drafts, in lead order. */
export interface JudgementPageDTO extends PageOf {
  batch_id: string
  judgements: JudgementDTO[]
}

/** A blind comparison of two batches, and what it comes to so far. */
export interface ComparisonDTO extends ComparisonVerdict {
  id: string
  campaign_id: string
  step_index: number
  batch_ids: [string, string]
  created_by: string
  created_at: Date
  /** How many people have judged a pair. */
  people: number
}

export interface ComparisonPageDTO extends PageOf {
  comparisons: ComparisonDTO[]
}

/** Two drafts for one lead, without anything that tells which prompt wrote which. */
export interface BlindPairDTO {
  pair_id: string
  left: { subject: string; body: string }
  right: { subject: string; body: string }
}

export interface NextPairDTO {
  /** Null when the person has judged every pair. */
  pair: BlindPairDTO | null
  /** Pairs that the person has not judged. */
  remaining: number
}

export interface ChoosePairInput {
  campaign_id: string
  comparison_id: string
  pair_id: string
  /** Null takes the choice back. */
  choice: SideChoice | null
  chosen_by: string
}

export interface PairChoiceDTO {
  pair_id: string
  choice: SideChoice | null
  remaining: number
}

/** A pair with its drafts and what people chose: no longer blind. */
export interface JudgedPairDTO {
  pair_id: string
  campaign_lead_id: string
  outcome: PairOutcome | null
  choices: PairChoices
  /** The first batch's and the second's. */
  drafts: [PairDraftDTO, PairDraftDTO]
}

interface PairDraftDTO {
  id: string
  subject: string
  body: string
}

export interface JudgedPairPageDTO extends PageOf {
  pairs: JudgedPairDTO[]
}
