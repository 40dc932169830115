import { Column, Entity, PrimaryColumn } from "../../../persistence/orm"
import type { ReviewAction } from "../state-machine"

/** One act of reviewing. Postgres refuses to change or delete a row. */
@Entity({ name: "playground_review_event" })
export class ReviewEvent {
  /** In the order of the acts. A bigint, which the driver hands out as a string. */
  @PrimaryColumn({ type: "bigint" }) id!: string
  @Column({ type: "uuid" }) campaign_id!: string
  @Column({ type: "uuid" }) campaign_lead_id!: string
  @Column({ type: "integer" }) step_index!: number
  @Column({ type: "text" }) action!: ReviewAction
  /** The host's actor id: `user_…` or `apk_…`; `system` where no person acted. */
  @Column({ type: "text" }) actor!: string
  @Column({ type: "uuid", nullable: true }) draft_id!: string | null
  @Column({ type: "uuid", nullable: true }) batch_id!: string | null
  /** Whether the approved text differs from the draft's. Set exactly for `approve`. */
  @Column({ type: "boolean", nullable: true }) is_edited!: boolean | null
  @Column({ type: "text", nullable: true }) reason!: string | null
  @Column({ type: "timestamptz" }) created_at!: Date
}
