import { Column, Entity, PrimaryColumn } from "../../../persistence/orm"

/** The e-mail that may be sent to a lead for a step: at most one, and its bytes are exactly these. */
@Entity({ name: "playground_approved_email" })
export class ApprovedEmail {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "uuid" }) campaign_lead_id!: string
  @Column({ type: "integer" }) step_index!: number
  @Column({ type: "uuid" }) campaign_id!: string
  @Column({ type: "text" }) subject!: string
  @Column({ type: "text" }) body!: string
  @Column({ type: "text" }) variant_label!: string

  /** The draft that it was approved from; null when a person wrote it. The next four go with it. */
  @Column({ type: "uuid", nullable: true }) draft_id!: string | null
  @Column({ type: "uuid", nullable: true }) batch_id!: string | null
  @Column({ type: "text", nullable: true }) prompt_version_hash!: string | null
  @Column({ type: "text", nullable: true }) generator!: string | null
  /** True when the text differs from the draft's in a single byte. */
  @Column({ type: "boolean" }) is_edited!: boolean
  /** How much of the draft's text was changed, 0 to 1; null when a person wrote it. */
  @Column({ type: "double precision", nullable: true }) edited_share!: number | null

  @Column({ type: "text" }) step_config_fingerprint!: string
  @Column({ type: "text" }) lead_fingerprint!: string
  /** As the campaign source names it; null when the step had no sender. */
  @Column({ type: "text", nullable: true }) sender_profile_id!: string | null
  @Column({ type: "text", nullable: true }) model!: string | null
  @Column({ type: "integer", nullable: true }) latency_ms!: number | null
  /** The host's actor id: `user_…` or `apk_…`. */
  @Column({ type: "text" }) approved_by!: string
  @Column({ type: "timestamptz" }) approved_at!: Date
  /** When the lead was first found to differ from the one that was approved; null: it does not. */
  @Column({ type: "timestamptz", nullable: true }) lead_changed_at!: Date | null
  /** When retention took subject and body, which are empty then; null: it did not. */
  @Column({ type: "timestamptz", nullable: true }) text_removed_at!: Date | null
}
