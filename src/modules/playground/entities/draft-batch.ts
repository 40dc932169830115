import type { Relation } from "typeorm"
import { Column, Entity, OneToMany, PrimaryColumn } from "../../../persistence/orm"
import type { CampaignSnapshot, FailureParams, GeneratorNotice, StepSnapshot } from "../../../ports"
import type { DraftBatchStatus, PromptSource, SpendCap } from "../state-machine"
import type { DraftTask } from "./draft-task"

/** One request to draft one step of a campaign for some of its leads, with one prompt version. */
@Entity({ name: "playground_draft_batch" })
export class DraftBatch {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "uuid" }) campaign_id!: string
  @Column({ type: "integer" }) step_index!: number
  @Column({ type: "text" }) status!: DraftBatchStatus
  @Column({ type: "text" }) prompt_version_hash!: string
  @Column({ type: "text" }) prompt_source!: PromptSource
  /** Identifier of the generator that drafts it. */
  @Column({ type: "text" }) generator!: string
  /** The model that the generator said it would ask; null when it does not know beforehand. */
  @Column({ type: "text", nullable: true }) model!: string | null
  /** The host's actor id: `user_…` or `apk_…`. */
  @Column({ type: "text" }) requested_by!: string
  /** How many draft tasks it was created with. */
  @Column({ type: "integer" }) total!: number
  @Column({ type: "jsonb" }) campaign_snapshot!: CampaignSnapshot
  @Column({ type: "jsonb" }) step_snapshot!: StepSnapshot
  /** Unique per campaign. Null when the request carried no `Idempotency-Key`. */
  @Column({ type: "text", nullable: true, select: false }) idempotency_key!: string | null
  /** Fingerprint of the request body that came with the key. */
  @Column({ type: "text", nullable: true, select: false }) request_fingerprint!: string | null
  /** Which cap on spending ended it early. */
  @Column({ type: "text", nullable: true }) cap_reached!: SpendCap | null
  /** Code of the failure that stopped it, which no lead could have helped. A retry takes it away. */
  @Column({ type: "text", nullable: true }) stop_reason!: string | null
  /** Set exactly when stopped. */
  @Column({ type: "text", nullable: true }) stop_message!: string | null
  /** What the reason is about; null: nothing beside it. */
  @Column({ type: "jsonb", nullable: true }) stop_params!: FailureParams | null
  /** What holds for all of its drafts and whoever reads them should know. */
  @Column({ type: "jsonb" }) notices!: GeneratorNotice[]
  @Column({ type: "timestamptz" }) created_at!: Date
  @Column({ type: "timestamptz", nullable: true }) finished_at!: Date | null
  @Column({ type: "timestamptz", nullable: true }) cancelled_at!: Date | null
  @OneToMany("DraftTask", "batch") draft_tasks?: Relation<DraftTask[]>
}
