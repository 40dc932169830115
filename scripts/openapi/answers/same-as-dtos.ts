import type { z } from "@medusajs/framework/zod"
import type { JsonObject } from "../../../src/ports"
import type * as delivery from "../../../src/modules/delivery/types/dtos"
import type { OutboxMailDTO } from "../../../src/modules/delivery/outbox/list-outbox-mails"
import type * as outreach from "../../../src/modules/outreach/types/dtos"
import type * as batches from "../../../src/modules/playground/batches/dtos"
import type * as checks from "../../../src/modules/playground/checks/dtos"
import type * as comparison from "../../../src/modules/playground/comparison/dtos"
import type * as evaluation from "../../../src/modules/playground/evaluation/dtos"
import type * as judging from "../../../src/modules/playground/judging/dtos"
import type * as library from "../../../src/modules/playground/library/dtos"
import type * as review from "../../../src/modules/playground/review/dtos"
import type { PlaygroundHealthDTO } from "../../../src/modules/playground/runtime/health-dtos"
import type * as verdict from "../../../src/modules/playground/verdict/dtos"
import type * as draftBatchAnswers from "./draft-batch"
import type * as draftAnswers from "./draft"
import type * as evaluationAnswers from "./evaluation"
import type * as healthAnswers from "./health"
import type * as outreachAnswers from "./outreach"
import type * as reviewAnswers from "./review"
import type * as sendingAnswers from "./sending"
import type * as verdictAnswers from "./verdict"

/** What a value's type is once it went through JSON. */
type Json<T> = T extends Date
  ? string
  : [JsonObject, T] extends [T, JsonObject]
    ? Record<string, unknown>
    : T extends readonly (infer Element)[]
      ? Json<Element>[]
      : T extends object
        ? { [Key in keyof T]: Json<T[Key]> }
        : T

type Keys<T> = T extends unknown ? keyof T : never

/** `true` where each takes the other and both name the same members; else what the two are. */
type Same<Answer extends z.ZodType, DTO> = [z.output<Answer>] extends [Json<DTO>]
  ? [Json<DTO>] extends [z.output<Answer>]
    ? [Keys<z.output<Answer>>] extends [Keys<DTO>]
      ? [Keys<DTO>] extends [Keys<z.output<Answer>>]
        ? true
        : { missing: Exclude<Keys<DTO>, Keys<z.output<Answer>>> }
      : { unknown: Exclude<Keys<z.output<Answer>>, Keys<DTO>> }
    : { answer: z.output<Answer>; dto: Json<DTO> }
  : { dto: Json<DTO>; answer: z.output<Answer> }

/** Refused by the compiler for anything but `true`. */
type Holds<Verdict extends true> = Verdict

/**
 * The published answers and the modules' DTOs are one: the compiler refuses this file when one of them
 * gains, loses or changes a member that the other has not. Answers that are put together by a route
 * are held by the HTTP tests, which check each exchange.
 */
export type AnswersAreDtos = [
  Holds<Same<typeof draftAnswers.Draft, batches.DraftDTO>>,
  Holds<Same<typeof draftAnswers.DraftPage, batches.DraftPageDTO>>,
  Holds<Same<typeof draftAnswers.DraftPreview, batches.DraftPreviewDTO>>,
  Holds<Same<typeof draftAnswers.BatchComparison, comparison.BatchComparisonDTO>>,
  Holds<Same<typeof draftBatchAnswers.DraftBatch, batches.DraftBatchDTO>>,
  Holds<Same<typeof draftBatchAnswers.DraftBatchPage, batches.DraftBatchPageDTO>>,
  Holds<Same<typeof draftBatchAnswers.DraftBatchDetail, batches.DraftBatchDetailDTO>>,
  Holds<Same<typeof draftBatchAnswers.DraftBatchStatus, batches.DraftBatchStatusDTO>>,
  Holds<Same<typeof draftBatchAnswers.CreatedDraftBatch, batches.CreatedDraftBatchDTO>>,
  Holds<Same<typeof draftBatchAnswers.RetriedDraftBatch, batches.RetriedDraftBatchDTO>>,
  Holds<Same<typeof draftBatchAnswers.CancelledDraftBatch, batches.CancelledDraftBatchDTO>>,
  Holds<Same<typeof draftBatchAnswers.PromptVersionPage, comparison.PromptVersionPageDTO>>,
  Holds<Same<typeof reviewAnswers.ApprovedEntry, review.ApprovedEntryDTO>>,
  Holds<Same<typeof reviewAnswers.LeadReview, review.LeadReviewDTO>>,
  Holds<Same<typeof reviewAnswers.ApprovedDrafts, review.ApprovedDraftsDTO>>,
  Holds<Same<typeof reviewAnswers.RejectedDrafts, review.RejectedDraftsDTO>>,
  Holds<Same<typeof reviewAnswers.UnapprovedDrafts, review.UnapprovedDraftsDTO>>,
  Holds<Same<typeof outreachAnswers.CampaignLead, outreach.CampaignLeadDTO>>,
  Holds<Same<typeof outreachAnswers.SenderProfile, outreach.SenderProfileDTO>>,
  Holds<
    Same<
      typeof healthAnswers.PlaygroundHealth,
      PlaygroundHealthDTO & { delivery: Omit<delivery.DeliveryHealthDTO, "reasons"> }
    >
  >,
  Holds<Same<typeof sendingAnswers.SendingSettings, delivery.SendingSettingsDTO>>,
  Holds<Same<typeof sendingAnswers.SendingPreview, delivery.SendingPreviewDTO>>,
  Holds<Same<typeof sendingAnswers.ScheduledSends, delivery.ScheduledSendsDTO>>,
  Holds<Same<typeof sendingAnswers.Send, delivery.SendDTO>>,
  Holds<Same<typeof sendingAnswers.Suppression, delivery.NamedSuppressionDTO>>,
  Holds<Same<typeof sendingAnswers.SendingEvent, delivery.NamedSendingEventDTO>>,
  Holds<Same<typeof sendingAnswers.OutboxMailRead.shape.mail, delivery.ReadMailDTO>>,
  Holds<Same<typeof sendingAnswers.Transports.shape.transports.element, delivery.TransportDTO>>,
  Holds<Same<typeof sendingAnswers.OutboxPage.shape.mails.element, OutboxMailDTO>>,
  Holds<Same<typeof verdictAnswers.NamedPrompt, library.PromptDTO>>,
  Holds<Same<typeof verdictAnswers.NamedPromptDetail, library.PromptDetailDTO>>,
  Holds<Same<typeof verdictAnswers.Judgement, verdict.JudgementDTO>>,
  Holds<Same<typeof verdictAnswers.RequestedJudging, judging.RequestedJudgingDTO>>,
  Holds<Same<typeof verdictAnswers.Comparison, verdict.ComparisonDTO>>,
  Holds<Same<typeof verdictAnswers.NextPair, verdict.NextPairDTO>>,
  Holds<Same<typeof verdictAnswers.PairChoice, verdict.PairChoiceDTO>>,
  Holds<Same<typeof verdictAnswers.JudgedPairPage, verdict.JudgedPairPageDTO>>,
  Holds<Same<typeof verdictAnswers.CampaignChecks, checks.CampaignChecksDTO>>,
  Holds<Same<typeof verdictAnswers.CheckedBatch, checks.CheckedBatchDTO>>,
  Holds<Same<typeof evaluationAnswers.TestSetPage, evaluation.TestSetPageDTO>>,
  Holds<Same<typeof evaluationAnswers.EvaluationPage, evaluation.EvaluationPageDTO>>,
  Holds<Same<typeof evaluationAnswers.EvaluationDetail, evaluation.EvaluationDetailDTO>>,
]
