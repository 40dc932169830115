import { Column, Entity, PrimaryColumn } from "../../../persistence/orm"
import type { SendStatus } from "../state-machine"

/** One approved mail on its way to one lead: the row that is the truth. At most one per lead and step. */
@Entity({ name: "delivery_send" })
export class Send {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "uuid" }) campaign_id!: string
  @Column({ type: "uuid" }) campaign_lead_id!: string
  @Column({ type: "integer" }) step_index!: number
  @Column({ type: "text" }) status!: SendStatus
  /** Lower-case hex SHA-256 of subject, line feed and body, as they were approved. */
  @Column({ type: "text" }) content_hash!: string
  /** What follows the body, as it was shown when Send was pressed. Null once retention has taken it. */
  @Column({ type: "text", nullable: true }) footer!: string | null
  /** Null once retention has taken it. */
  @Column({ type: "text", nullable: true }) recipient!: string | null
  /** Lower-case hex SHA-256 of the address in lower case: it stays. */
  @Column({ type: "text" }) recipient_hash!: string
  @Column({ type: "text" }) recipient_domain!: string
  /** The lead's own, as the campaign source names it. */
  @Column({ type: "text", nullable: true }) language!: string | null
  @Column({ type: "integer" }) delay_days!: number
  /** The host's actor id of who pressed Send. */
  @Column({ type: "text" }) scheduled_by!: string
  @Column({ type: "timestamptz" }) scheduled_at!: Date
  /** Not taken before this instant; `infinity` while an earlier step is not accepted. */
  @Column({ type: "timestamptz" }) due_at!: Date
  /** Times that it was taken, without those given back. */
  @Column({ type: "integer" }) attempt!: number
  /** Every write of an outcome names this token. Kept while `unknown`, for a late answer. */
  @Column({ type: "uuid", nullable: true }) lease_token!: string | null
  /** Null unless in flight. On the database's clock. */
  @Column({ type: "timestamptz", nullable: true }) lease_until!: Date | null
  /** When it was last taken: what limits count. */
  @Column({ type: "timestamptz", nullable: true }) taken_at!: Date | null
  @Column({ type: "text", nullable: true }) transport!: string | null
  /** Ours, the same at every attempt. */
  @Column({ type: "text", nullable: true }) message_id!: string | null
  /** Set exactly when accepted. */
  @Column({ type: "timestamptz", nullable: true }) accepted_at!: Date | null
  /** What the transport calls it. */
  @Column({ type: "text", nullable: true }) transport_message_id!: string | null
  /** Why the last attempt failed, or what holds it back. */
  @Column({ type: "text", nullable: true }) error_code!: string | null
  @Column({ type: "text", nullable: true }) error_message!: string | null
  /** The transport said that trying again cannot help. */
  @Column({ type: "boolean" }) is_final_error!: boolean
  @Column({ type: "timestamptz", nullable: true }) bounced_at!: Date | null
  @Column({ type: "timestamptz", nullable: true }) complained_at!: Date | null
  /** The host's actor id of who settled it when it was unknown. */
  @Column({ type: "text", nullable: true }) resolved_by!: string | null
  @Column({ type: "timestamptz", nullable: true }) resolved_at!: Date | null
  @Column({ type: "timestamptz" }) updated_at!: Date
}
