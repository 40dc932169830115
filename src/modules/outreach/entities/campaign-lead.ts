import type { Relation } from "typeorm"
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "../../../persistence/orm"
import type { JsonObject } from "../../../ports"
import type { EmailConsent } from "../types/dtos"
import type { Campaign } from "./campaign"

/** One recipient in one campaign. */
@Entity({ name: "outreach_campaign_lead" })
export class CampaignLead {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "uuid" }) campaign_id!: string
  /** Lead order. A bigint, which the driver hands out as a string. */
  @Column({ type: "bigint" }) position!: string
  /** Unique in the campaign, whatever its case. */
  @Column({ type: "text" }) email!: string
  @Column({ type: "text", nullable: true }) first_name!: string | null
  @Column({ type: "text", nullable: true }) last_name!: string | null
  @Column({ type: "text", nullable: true }) company!: string | null
  @Column({ type: "text", nullable: true }) title!: string | null
  /** The host's customer (`cus_…`). */
  @Column({ type: "text", nullable: true }) customer_id!: string | null
  @Column({ type: "text" }) email_consent!: EmailConsent
  @Column({ type: "jsonb" }) attributes!: JsonObject
  @Column({ type: "timestamptz" }) created_at!: Date
  @Column({ type: "timestamptz" }) updated_at!: Date

  @ManyToOne("Campaign", "leads")
  @JoinColumn({ name: "campaign_id" })
  campaign?: Relation<Campaign>
}
