import { randomUUID } from "node:crypto"
import type { LoaderOptions } from "@medusajs/framework/types"
import type { DataSource } from "typeorm"
import delivery from "../src/modules/delivery"
import { deliverySchema } from "../src/modules/delivery/module-schema"
import { toSourceViews } from "../src/modules/delivery/sql/source-views"
import outreach from "../src/modules/outreach"
import playground from "../src/modules/playground"
import type { PlaygroundOptions } from "../src/modules/playground/options/playground-options"
import { createDataSource } from "../src/persistence/data-source"
import { queryRows, type Db } from "../src/persistence/db"
import { createDatabase } from "./fresh-database"

/** A fresh database with the tables of all three modules: no host has to boot for it. */
export interface DeliveryDatabase {
  url: string
  dataSource: DataSource
  drop(): Promise<void>
}

/** @param name unique among the test files */
export async function createDeliveryDatabase(
  name: string,
  { options = {}, serverUrl }: { options?: PlaygroundOptions; serverUrl?: string } = {}
): Promise<DeliveryDatabase> {
  const database = await createDatabase(`delivery_${name}`, serverUrl)
  const hostOptions = { database: { clientUrl: database.url }, ...options }
  const loader: Pick<LoaderOptions, "options"> = { options: hostOptions }
  // The runners read nothing else of what the host passes.
  for (const module of [playground, outreach, delivery]) {
    await module.runMigrations(loader as LoaderOptions)
  }
  const dataSource = await createDataSource({
    schema: deliverySchema,
    options: hostOptions,
    poolSize: 20,
  })
  await dataSource.initialize()
  return {
    url: database.url,
    dataSource,
    drop: async () => {
      await dataSource.destroy()
      await database.drop()
    },
  }
}

/** The views of the bundled campaign source. */
export const VIEWS = toSourceViews("outreach")
export const DEFAULT_FROM = "shop@example.com"
/** As if there were a second transport, `other`. */
export const DEFAULT_SENDERS = { "": DEFAULT_FROM, other: "other@example.com" }

interface ApprovedCampaignInput {
  leads: number
  /** Index of each step and its delay, in days. @default one step without a delay */
  steps?: { step_index: number; delay_days: number }[]
  /** The lead's domain by its place. @default example.com for all */
  domainOf?: (place: number) => string
  status?: string
  footer?: string | null
}

export interface ApprovedCampaign {
  campaign_id: string
  /** In lead order. */
  lead_ids: string[]
}

/** An active campaign, all of whose leads have an approved mail for each step. */
export async function insertApprovedCampaign(
  db: Db,
  {
    leads,
    steps = [{ step_index: 1, delay_days: 0 }],
    domainOf = () => "example.com",
    status = "active",
    footer = "Northwind Ltd, 1 Main Street",
  }: ApprovedCampaignInput
): Promise<ApprovedCampaign> {
  const campaign_id = randomUUID()
  const lead_ids = Array.from({ length: leads }, () => randomUUID())
  await db.query(`insert into outreach_campaign (id, name, status) values ($1, 'Autumn', $2)`, [
    campaign_id,
    status,
  ])
  await db.query(
    `insert into outreach_campaign_lead (id, campaign_id, email, first_name)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])`,
    [
      lead_ids,
      lead_ids.map(() => campaign_id),
      lead_ids.map((id, place) => `lead-${place}-${id.slice(0, 8)}@${domainOf(place)}`),
      lead_ids.map((_, place) => `Lead ${place}`),
    ]
  )
  for (const { step_index, delay_days } of steps) {
    await db.query(
      `insert into outreach_campaign_step (campaign_id, step_index, delay_days, channel)
       values ($1, $2, $3, 'email')`,
      [campaign_id, step_index, delay_days]
    )
    await approve(db, { campaign_id, lead_ids }, step_index)
  }
  await db.query(
    `insert into delivery_campaign (campaign_id, footer, undo_seconds, daily_limit)
                  values ($1, $2, 0, null)`,
    [campaign_id, footer]
  )
  return { campaign_id, lead_ids }
}

/** Approves a mail for each of the leads, as `user_reviewer`. */
export async function approve(
  db: Db,
  { campaign_id, lead_ids }: ApprovedCampaign,
  step_index: number
): Promise<void> {
  await db.query(
    `insert into playground_approved_email (campaign_lead_id, step_index, campaign_id, subject, body,
       variant_label, step_config_fingerprint, lead_fingerprint, is_edited, approved_by)
     select lead.id, $2, $3, 'Subject ' || lead.place, 'Body ' || lead.place, 'A', 'f', 'f', false,
            'user_reviewer'
       from unnest($1::uuid[]) with ordinality as lead (id, place)`,
    [lead_ids, step_index, campaign_id]
  )
}

export interface SendState {
  id: string
  campaign_lead_id: string
  step_index: number
  status: string
  attempt: number
  lease_token: string | null
  accepted_at: Date | null
  error_code: string | null
  due_at: Date
}

/** The campaign's sends in lead order. */
export const readSends = (db: Db, { campaign_id, lead_ids }: ApprovedCampaign) =>
  queryRows<SendState>(
    db,
    `select send.id, send.campaign_lead_id, send.step_index, send.status, send.attempt,
            send.lease_token, send.accepted_at, send.error_code, send.due_at
       from delivery_send as send where send.campaign_id = $1
      order by array_position($2::uuid[], send.campaign_lead_id), send.step_index`,
    [campaign_id, lead_ids]
  )
