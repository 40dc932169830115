import type { PageOf } from "../batches/page"
import type { JudgementRow } from "../sql/verdict/write-judgement"
import type { AgreementDTO } from "../judging/dtos"
import type { JudgeChoice } from "../sql/judging/read-pair-judging"
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

/** What the judge makes of a comparison, counted apart from people. */
export interface JudgeVerdict extends Omit<ComparisonVerdict, "pairs" | "agreement"> {
  /** With people's outcome, over pairs that both have judged. */
  agreement: AgreementDTO
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
  /** What the host's judge makes of it, apart from people. Null: it has judged no pair. */
  judge: JudgeVerdict | null
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
  /** What the host's judge made of it; null: it has not judged it in both orders. */
  judge: PairJudgingOutcomeDTO | null
  /** The first batch's and the second's. */
  drafts: [PairDraftDTO, PairDraftDTO]
}

export interface PairJudgingOutcomeDTO {
  /** A tie where the two calls differ, or where both say so. */
  outcome: PairOutcome
  calls: [PairCallDTO, PairCallDTO]
}

/** What the judge answered in one of the two orders. */
interface PairCallDTO {
  /** Whose draft stood first. */
  shown_first: "first" | "second"
  /** By the comparison's batches, wherever they stood. */
  choice: JudgeChoice
  reason: string
}

interface PairDraftDTO {
  id: string
  subject: string
  body: string
}

export interface JudgedPairPageDTO extends PageOf {
  pairs: JudgedPairDTO[]
}
