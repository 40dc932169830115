import { Column, Entity, PrimaryColumn } from "../../../persistence/orm"

export const SUPPRESSION_REASONS = ["unsubscribed", "bounced", "complained", "manual"] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

/** `hash`: of an address that is not kept any more, lower-case hex SHA-256 of it in lower case. */
export type SuppressionKind = "address" | "domain" | "hash"

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
