import type * as checks from "../../../modules/playground/checks/dtos"
import type * as judging from "../../../modules/playground/judging/dtos"
import type * as library from "../../../modules/playground/library/dtos"
import type * as verdict from "../../../modules/playground/verdict/dtos"
import type { Serialized } from "../common/serialized"

export type BlindComparison = Serialized<verdict.ComparisonDTO>
export type BlindComparisonPage = Serialized<verdict.ComparisonPageDTO>
export type NextPair = Serialized<verdict.NextPairDTO>
export type BlindPair = Serialized<verdict.BlindPairDTO>
export type PairChoice = Serialized<verdict.PairChoiceDTO>
export type JudgedPair = Serialized<verdict.JudgedPairDTO>
export type JudgedPairPage = Serialized<verdict.JudgedPairPageDTO>
export type Judgement = Serialized<verdict.JudgementDTO>
export type JudgementPage = Serialized<verdict.JudgementPageDTO>

export type BatchJudging = Serialized<judging.BatchJudgingDTO>
export type DraftJudging = Serialized<judging.DraftJudgingDTO>
export type PairJudging = Serialized<judging.PairJudgingDTO>
export type JudgeVerdict = verdict.JudgeVerdict
export type JudgedClaim = judging.JudgedClaimDTO
export type Agreement = judging.AgreementDTO

export type NamedPrompt = Serialized<library.PromptDTO>
export type NamedPromptPage = Serialized<library.PromptPageDTO>
export type NamedPromptDetail = Serialized<library.PromptDetailDTO>
export type NamedPromptVersion = Serialized<library.NamedPromptVersionDTO>

export type Check = checks.Check
export type CheckResult = checks.CheckResult
export type CampaignChecks = Serialized<checks.CampaignChecksDTO>
export type CheckedBatch = Serialized<checks.CheckedBatchDTO>
