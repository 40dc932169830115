import type { CampaignSnapshot, LeadSnapshot, StepSnapshot } from "../../../ports"
import type { TaskRef } from "../../../queue/draft-queue"
import type { BatchPromptDTO, LeadsPreviewDTO, SpendEstimateDTO } from "../batches/dtos"
import type { PageOf } from "../batches/page"
import type { BatchJudgingDTO } from "../judging/dtos"
import type { EvaluationStatus } from "../sql/evaluation/list-evaluations"
import type { PromptSource } from "../state-machine"
import type { TestSetRow, TestSetSource } from "../sql/evaluation/list-test-sets"
import type { NewTestSet } from "../sql/evaluation/write-test-set"
import type { EvaluationFigures, ThresholdResult, Thresholds } from "./thresholds"

export type { EvaluationFigures, EvaluationStatus, TestSetSource, ThresholdResult, Thresholds }

/** A named, frozen set of test leads of a campaign. */
export type TestSetDTO = TestSetRow

/** A lead as it was when the set was made. */
export interface TestLeadDTO {
  /** Its own, and its snapshot's; what its drafts have as `campaign_lead_id`. Never a real lead's. */
  id: string
  /** From 0. */
  position: number
  /** Its name or address; of a bundled lead, what it tries. */
  label: string
  /** Of a bundled lead, to word the label in another language; null: none. */
  code: string | null
  snapshot: LeadSnapshot
}

export interface TestSetDetailDTO extends TestSetDTO {
  leads: TestLeadDTO[]
}

export interface TestSetPageDTO extends PageOf {
  test_sets: TestSetDTO[]
}

export type CreateTestSetInput = NewTestSet

/** A prompt that was run against a test set, and what it came to. */
export interface EvaluationDTO {
  id: string
  campaign_id: string
  test_set_id: string
  step_index: number
  prompt_version_hash: string
  /** The named prompt whose current version it was; null: another text. */
  prompt_id: string | null
  /** Null once retention has taken the batch; the figures stay. */
  batch_id: string | null
  status: EvaluationStatus
  /** Null while pending. */
  figures: EvaluationFigures | null
  /** Those that were set. `value` and `passed` are null while pending. */
  thresholds: ThresholdResult[]
  created_by: string
  created_at: Date
  finished_at: Date | null
}

/** An evaluation with its prompt's text. */
export interface EvaluationDetailDTO extends EvaluationDTO {
  prompt: string
}

export interface EvaluationPageDTO extends PageOf {
  evaluations: EvaluationDTO[]
}

/** What running a prompt against a test set would use. Nothing was spent on it. */
export interface EvaluationPreviewDTO extends LeadsPreviewDTO {
  campaign_id: string
  test_set_id: string
  step_index: number
  /** That all test leads would be drafted as. */
  variant_label: string
  /** As the batch would pin it, placeholders not filled. */
  prompt: string
  prompt_source: PromptSource
  prompt_version_hash: string
  /** Null: the host has none, so no threshold may ask for it. */
  judge: BatchJudgingDTO["judge"]
  /**
   * What judging the drafts of the leads that are ready would use as well, where thresholds ask for it.
   * Null: there is no judge, or it cannot be told.
   */
  judging_estimate: SpendEstimateDTO | null
}

/** What an evaluation is made of. Everything in it is frozen. */
export interface CreateEvaluationInput {
  campaign: CampaignSnapshot
  step: StepSnapshot
  prompt: BatchPromptDTO
  /** The named prompt that `prompt` is the current version of; null: none. */
  prompt_id: string | null
  test_set_id: string
  thresholds: Thresholds
  /** The host's actor id. */
  created_by: string
  /** Null: every call makes a fresh evaluation. The batch keeps it. */
  idempotency: { key: string; request_fingerprint: string } | null
}

/** Committed just now; its tasks are to be enqueued. */
export interface CreatedEvaluation {
  outcome: "created"
  evaluation: EvaluationDetailDTO
  batch_id: string
  tasks: TaskRef[]
  is_instant: boolean
}

/** What an idempotency key made before: see `EarlierDraftBatch`. */
export type EarlierEvaluation =
  /** The first answer again, as it was then: the evaluation may be settled by now. */
  | { outcome: "replayed"; evaluation: EvaluationDetailDTO }
  | { outcome: "conflict"; batch_id: string }

export type CreateEvaluationOutcome = CreatedEvaluation | EarlierEvaluation
