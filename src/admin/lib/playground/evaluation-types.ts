import type * as evaluation from "../../../modules/playground/evaluation/dtos"
import type { Serialized } from "../common/serialized"

export type TestSet = Serialized<evaluation.TestSetDTO>
export type TestSetDetail = Serialized<evaluation.TestSetDetailDTO>
export type TestSetPage = Serialized<evaluation.TestSetPageDTO>
export type TestLead = Serialized<evaluation.TestLeadDTO>
export type Evaluation = Serialized<evaluation.EvaluationDTO>
export type EvaluationPreview = Serialized<evaluation.EvaluationPreviewDTO>
export type EvaluationDetail = Serialized<evaluation.EvaluationDetailDTO>
export type EvaluationPage = Serialized<evaluation.EvaluationPageDTO>
export type ThresholdResult = evaluation.ThresholdResult
export type Thresholds = evaluation.Thresholds
