import type { Relation } from "typeorm"
import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
} from "../../../persistence/orm"
import type { CampaignStatus } from "../types/dtos"
import type { CampaignLead } from "./campaign-lead"
import type { SenderProfile } from "./sender-profile"

/** An outreach campaign. Its steps and variants are read by `sql/list-steps`. */
@Entity({ name: "outreach_campaign" })
export class Campaign {
  @PrimaryColumn({ type: "uuid" }) id!: string
  @Column({ type: "text" }) name!: string
  @Column({ type: "text", nullable: true }) description!: string | null
  @Column({ type: "text" }) status!: CampaignStatus
  @Column({ type: "text", nullable: true }) system_prompt!: string | null
  @Column({ type: "uuid", nullable: true }) sender_profile_id!: string | null
  /** The host's own promotion campaign (`procamp_…`). */
  @Column({ type: "text", nullable: true }) promotion_campaign_id!: string | null
  @Column({ type: "timestamptz" }) created_at!: Date
  @Column({ type: "timestamptz" }) updated_at!: Date

  @ManyToOne("SenderProfile")
  @JoinColumn({ name: "sender_profile_id" })
  sender_profile?: Relation<SenderProfile> | null

  @OneToMany("CampaignLead", "campaign") leads?: Relation<CampaignLead[]>
}
