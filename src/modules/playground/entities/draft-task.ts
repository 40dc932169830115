import type { Relation } from "typeorm"
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "../../../persistence/orm"
import type { DraftUsage, FailureParams, LeadSnapshot } from "../../../ports"
import type { DraftFlag } from "./draft-flag"
import type { DraftTaskStatus } from "../state-machine"
import type { DraftBatch } from "./draft-batch"

/**
 * One lead's work inside one batch, with all that belongs to it: what `query.graph` reads, from a view
 * over the narrow row that is the truth and what was written once beside it. Columns with `select: false` are the
 * workers' protocol: `query.graph` does not hand them out.
 */
@Entity({ name: "playground_draft" })
export class DraftTask {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "uuid" }) batch_id!: string
  @Column({ type: "uuid" }) campaign_id!: string
  @Column({ type: "uuid" }) campaign_lead_id!: string
  @Column({ type: "text" }) prompt_version_hash!: string
  /** Place in the batch, from 0, in lead order. */
  @Column({ type: "integer" }) position!: number
  @Column({ type: "text" }) variant_label!: string
  @Column({ type: "jsonb" }) lead_snapshot!: LeadSnapshot
  @Column({ type: "text" }) lead_fingerprint!: string
  @Column({ type: "text" }) status!: DraftTaskStatus

  /** Claims so far, without those that were given back (shutdown, rate limit). */
  @Column({ type: "integer" }) attempt!: number
  /** Attempts that ended in a provider's error: what `maxAttempts` counts. */
  @Column({ type: "integer" }) error_count!: number
  /** How often the provider asked it to wait; bounded by `MAX_RATE_LIMITS`. */
  @Column({ type: "integer" }) rate_limit_count!: number
  /** Null unless running. Every write of a result names this token. */
  @Column({ type: "uuid", nullable: true, select: false }) lease_token!: string | null
  /** Null unless running. On the database's clock. */
  @Column({ type: "timestamptz", nullable: true, select: false }) lease_until!: Date | null
  /** Not claimed before this instant. */
  @Column({ type: "timestamptz", select: false }) next_run_at!: Date
  /** When it was last enqueued. */
  @Column({ type: "timestamptz", select: false }) enqueued_at!: Date
  /** Raised with each enqueue, so that no queue takes the job for one that it has seen. */
  @Column({ type: "integer", select: false }) epoch!: number

  /** Why the last attempt failed; null after a success. */
  @Column({ type: "text", nullable: true }) error_code!: string | null
  @Column({ type: "text", nullable: true }) error_message!: string | null
  /** What the code is about; null: nothing beside it. */
  @Column({ type: "jsonb", nullable: true }) error_params!: FailureParams | null

  /** Set exactly when succeeded. */
  @Column({ type: "text", nullable: true }) subject!: string | null
  /** Set exactly when succeeded. */
  @Column({ type: "text", nullable: true }) body!: string | null
  @Column({ type: "text", nullable: true }) model!: string | null
  @Column({ type: "jsonb", nullable: true }) usage!: DraftUsage | null
  @Column({ type: "text", nullable: true }) finish_reason!: string | null
  /** How long the generator's successful call took, in ms. */
  @Column({ type: "integer", nullable: true }) latency_ms!: number | null
  /** Tokens that all its answered calls used, failed ones among them. A bigint, hence a string. */
  @Column({ type: "bigint" }) spent_input_tokens!: string
  /** Those of them that came from the provider's cache. */
  @Column({ type: "bigint" }) spent_cached_input_tokens!: string
  @Column({ type: "bigint" }) spent_output_tokens!: string
  /** In the currency of the prices; null when no call had a price. */
  @Column({ type: "double precision", nullable: true }) spent_cost!: number | null
  /** What a reviewer should look at. */
  @Column({ type: "jsonb" }) flags!: DraftFlag[]
  @Column({ type: "timestamptz" }) created_at!: Date
  /** Set exactly when succeeded, failed or cancelled. */
  @Column({ type: "timestamptz", nullable: true }) completed_at!: Date | null

  /** A reviewer turned the draft down: it is kept, and never approved. */
  @Column({ type: "timestamptz", nullable: true }) rejected_at!: Date | null
  /** The host's actor id. Set exactly when rejected. */
  @Column({ type: "text", nullable: true }) rejected_by!: string | null
  @Column({ type: "text", nullable: true }) reject_reason!: string | null

  @ManyToOne("DraftBatch", "draft_tasks")
  @JoinColumn({ name: "batch_id" })
  batch?: Relation<DraftBatch>
}
