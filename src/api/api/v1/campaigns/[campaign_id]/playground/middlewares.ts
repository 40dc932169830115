import type { MiddlewareRoute } from "@medusajs/framework/http"
import { PROMPT_BODY_LIMIT } from "../../../../../utils/prompt"
import { validateBody, validateQuery } from "../../../../../utils/validate"
import { ApproveDrafts } from "./approve/validators"
import { ListDraftBatches } from "./batches/validators"
import { CheckBatch } from "./checks/validators"
import { CancelDrafts } from "./cancel/validators"
import { JudgeDraft } from "./drafts/[draft_id]/judgements/validators"
import { RejectDraft } from "./drafts/[draft_id]/reject/validators"
import { CompareDraftBatches } from "./compare/validators"
import { SendTest } from "./drafts/[draft_id]/test-send/validators"
import { GetDrafts } from "./drafts/validators"
import { FollowDraftBatch } from "./events/validators"
import { EvaluatePrompt, ListEvaluations, PreviewEvaluation } from "./evaluations/validators"
import { GenerateDrafts } from "./generate/validators"
import { ReadJudging, RequestJudging } from "./judge/validators"
import { ListJudgements } from "./judgements/validators"
import { PreviewDraft } from "./preview/validators"
import { ListPromptVersions } from "./prompts/validators"
import { RejectDrafts } from "./reject/validators"
import { RetryDrafts } from "./retry/validators"
import { GetDraftBatchStatus } from "./status/validators"
import { UnapproveDrafts } from "./unapprove/validators"

const PLAYGROUND = "/api/v1/campaigns/:campaign_id/playground"

/** What stands before the routes of a campaign's playground. */
export const playgroundMiddlewares: MiddlewareRoute[] = [
  {
    matcher: `${PLAYGROUND}/generate`,
    methods: ["POST"],
    bodyParser: { sizeLimit: PROMPT_BODY_LIMIT },
    middlewares: [validateBody(GenerateDrafts)],
  },
  {
    matcher: `${PLAYGROUND}/preview`,
    methods: ["POST"],
    bodyParser: { sizeLimit: PROMPT_BODY_LIMIT },
    middlewares: [validateBody(PreviewDraft)],
  },
  {
    matcher: `${PLAYGROUND}/status`,
    methods: ["GET"],
    middlewares: [validateQuery(GetDraftBatchStatus)],
  },
  {
    matcher: `${PLAYGROUND}/drafts`,
    methods: ["GET"],
    middlewares: [validateQuery(GetDrafts)],
  },
  {
    matcher: `${PLAYGROUND}/cancel`,
    methods: ["POST"],
    middlewares: [validateBody(CancelDrafts)],
  },
  {
    matcher: `${PLAYGROUND}/retry`,
    methods: ["POST"],
    middlewares: [validateBody(RetryDrafts)],
  },
  {
    matcher: `${PLAYGROUND}/approve`,
    methods: ["POST"],
    middlewares: [validateBody(ApproveDrafts)],
  },
  {
    matcher: `${PLAYGROUND}/reject`,
    methods: ["POST"],
    middlewares: [validateBody(RejectDrafts)],
  },
  {
    matcher: `${PLAYGROUND}/unapprove`,
    methods: ["POST"],
    middlewares: [validateBody(UnapproveDrafts)],
  },
  {
    matcher: `${PLAYGROUND}/drafts/:draft_id/reject`,
    methods: ["POST"],
    middlewares: [validateBody(RejectDraft)],
  },
  {
    matcher: `${PLAYGROUND}/drafts/:draft_id/test-send`,
    methods: ["POST"],
    middlewares: [validateBody(SendTest)],
  },
  {
    matcher: `${PLAYGROUND}/drafts/:draft_id/judgements`,
    methods: ["POST"],
    middlewares: [validateBody(JudgeDraft)],
  },
  {
    matcher: `${PLAYGROUND}/checks`,
    methods: ["GET"],
    middlewares: [validateQuery(CheckBatch)],
  },
  {
    matcher: `${PLAYGROUND}/evaluations`,
    methods: ["GET"],
    middlewares: [validateQuery(ListEvaluations)],
  },
  {
    matcher: `${PLAYGROUND}/evaluations`,
    methods: ["POST"],
    bodyParser: { sizeLimit: PROMPT_BODY_LIMIT },
    middlewares: [validateBody(EvaluatePrompt)],
  },
  {
    matcher: `${PLAYGROUND}/evaluations/preview`,
    methods: ["POST"],
    bodyParser: { sizeLimit: PROMPT_BODY_LIMIT },
    middlewares: [validateBody(PreviewEvaluation)],
  },
  {
    matcher: `${PLAYGROUND}/judgements`,
    methods: ["GET"],
    middlewares: [validateQuery(ListJudgements)],
  },
  {
    matcher: `${PLAYGROUND}/judge`,
    methods: ["GET"],
    middlewares: [validateQuery(ReadJudging)],
  },
  {
    matcher: `${PLAYGROUND}/judge`,
    methods: ["POST"],
    middlewares: [validateBody(RequestJudging)],
  },
  {
    matcher: `${PLAYGROUND}/batches`,
    methods: ["GET"],
    middlewares: [validateQuery(ListDraftBatches)],
  },
  {
    matcher: `${PLAYGROUND}/prompts`,
    methods: ["GET"],
    middlewares: [validateQuery(ListPromptVersions)],
  },
  {
    matcher: `${PLAYGROUND}/compare`,
    methods: ["GET"],
    middlewares: [validateQuery(CompareDraftBatches)],
  },
  {
    matcher: `${PLAYGROUND}/events`,
    methods: ["GET"],
    middlewares: [validateQuery(FollowDraftBatch)],
  },
]
