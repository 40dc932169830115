import type { EntityManager, ObjectLiteral } from "typeorm"
import { findRows, type GraphConfig, type GraphFilters } from "../../../persistence/find-rows"
import { ApprovedEmail } from "../entities/approved-email"
import { DraftBatch } from "../entities/draft-batch"
import { DraftTask } from "../entities/draft-task"
import { ReviewEvent } from "../entities/review-event"

/** The `list…` methods that the host's `query.graph` calls, named after the joiner's aliases. */
export abstract class GraphReads {
  protected abstract manager_(): Promise<EntityManager>

  /** For `query.graph`: entity `playground_batch`. */
  async listPlaygroundBatches(filters?: GraphFilters, config?: GraphConfig): Promise<DraftBatch[]> {
    return (await this.listAndCountPlaygroundBatches(filters, config))[0]
  }
  async listAndCountPlaygroundBatches(
    filters?: GraphFilters,
    config?: GraphConfig
  ): Promise<[DraftBatch[], number]> {
    return this.find_(DraftBatch, filters, config)
  }

  /** For `query.graph`: entity `playground_draft_task`. */
  async listPlaygroundDraftTasks(
    filters?: GraphFilters,
    config?: GraphConfig
  ): Promise<DraftTask[]> {
    return (await this.listAndCountPlaygroundDraftTasks(filters, config))[0]
  }
  async listAndCountPlaygroundDraftTasks(
    filters?: GraphFilters,
    config?: GraphConfig
  ): Promise<[DraftTask[], number]> {
    return this.find_(DraftTask, filters, config)
  }

  /** For `query.graph`: entity `playground_approved_email`. */
  async listPlaygroundApprovedEmails(
    filters?: GraphFilters,
    config?: GraphConfig
  ): Promise<ApprovedEmail[]> {
    return (await this.listAndCountPlaygroundApprovedEmails(filters, config))[0]
  }
  async listAndCountPlaygroundApprovedEmails(
    filters?: GraphFilters,
    config?: GraphConfig
  ): Promise<[ApprovedEmail[], number]> {
    return this.find_(ApprovedEmail, filters, config)
  }

  /** For `query.graph`: entity `playground_review_event`. */
  async listPlaygroundReviewEvents(
    filters?: GraphFilters,
    config?: GraphConfig
  ): Promise<ReviewEvent[]> {
    return (await this.listAndCountPlaygroundReviewEvents(filters, config))[0]
  }
  async listAndCountPlaygroundReviewEvents(
    filters?: GraphFilters,
    config?: GraphConfig
  ): Promise<[ReviewEvent[], number]> {
    return this.find_(ReviewEvent, filters, config)
  }

  private async find_<Row extends ObjectLiteral>(
    entity: new () => Row,
    filters?: GraphFilters,
    config?: GraphConfig
  ): Promise<[Row[], number]> {
    return findRows((await this.manager_()).getRepository(entity), filters, config)
  }
}
