import { Column, Entity, PrimaryColumn } from "../../../persistence/orm"
import type { JsonObject } from "../../../ports"

/** Who mails are from, and their voice. */
@Entity({ name: "outreach_sender_profile" })
export class SenderProfile {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "text" }) profile_name!: string
  @Column({ type: "text", nullable: true }) description!: string | null
  @Column({ type: "text", nullable: true }) custom_prompt!: string | null
  @Column({ type: "jsonb" }) sender_data!: JsonObject
  /** At most one is: it sends for campaigns that name nobody. */
  @Column({ type: "boolean" }) is_default!: boolean
  @Column({ type: "timestamptz" }) created_at!: Date
  @Column({ type: "timestamptz" }) updated_at!: Date
}
