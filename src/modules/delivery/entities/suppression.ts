import { Column, Entity, PrimaryColumn } from "../../../persistence/orm"
import type { SuppressionKind, SuppressionReason } from "../types/dtos"

/** Somebody whom no campaign of the shop may write to. */
@Entity({ name: "delivery_suppression" })
export class Suppression {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "text" }) kind!: SuppressionKind
  @Column({ type: "text" }) value!: string
  @Column({ type: "text" }) reason!: SuppressionReason
  /** How it came here: `unsubscribe link`, `csv`, `api`, a provider's name. */
  @Column({ type: "text" }) source!: string
  /** The host's actor id; `system` where no person acted. */
  @Column({ type: "text" }) created_by!: string
  @Column({ type: "timestamptz" }) created_at!: Date
}
