import { Column, Entity } from "../../../persistence/orm"
import { Suppression } from "./suppression"

/** A suppression that a person took off the list, as it stood there. */
@Entity({ name: "delivery_lifted_suppression" })
export class LiftedSuppression extends Suppression {
  /** The host's actor id. */
  @Column({ type: "text" }) lifted_by!: string
  @Column({ type: "timestamptz" }) lifted_at!: Date
  /** Why; null: the person did not say. */
  @Column({ type: "text", nullable: true }) note!: string | null
}
