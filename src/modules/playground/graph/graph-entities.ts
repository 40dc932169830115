import { ApprovedEmail } from "../entities/approved-email"
import { DraftBatch } from "../entities/draft-batch"
import { DraftTask } from "../entities/draft-task"
import { ReviewEvent } from "../entities/review-event"

/** What `query.graph` and links of the host may read, and how it is called there. */
export const GRAPH_ENTITIES = {
  PlaygroundBatch: DraftBatch,
  PlaygroundDraftTask: DraftTask,
  PlaygroundApprovedEmail: ApprovedEmail,
  PlaygroundReviewEvent: ReviewEvent,
}
