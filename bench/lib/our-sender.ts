import { createDelivery } from "../../testing/send-lab/create-delivery"
import {
  createDeliveryDatabase,
  insertApprovedCampaign,
  type ApprovedCampaign,
  type DeliveryDatabase,
} from "../../testing/delivery-database"
import { scheduleStep } from "../../testing/delivery-steps"
import { eventually } from "../../testing/eventually"
import type DeliveryModuleService from "../../src/modules/delivery/service"
import { queryRows } from "../../src/persistence/db"
import type { Services } from "./bench"

const WITHIN_MS = 60_000

/** The delivery module without its host, on a database of its own, with a transport that waits for nothing. */
export class OurSender {
  private constructor(
    readonly database: DeliveryDatabase,
    private readonly service_: DeliveryModuleService
  ) {}

  static async open({ postgresUrl, redisUrl }: Services, name: string): Promise<OurSender> {
    const options = { queuePrefix: name, redisUrl }
    const database = await createDeliveryDatabase(name, { options, serverUrl: postgresUrl })
    const service = createDelivery({
      databaseUrl: database.url,
      options,
      mode: "worker",
      transport: "instant",
      name,
    })
    await service.__hooks.onApplicationStart()
    return new OurSender(database, service)
  }

  /** A campaign with so many mails that are due, which nobody has been woken for. */
  async prepare(mails: number): Promise<ApprovedCampaign> {
    const { manager } = this.database.dataSource
    const campaign = await insertApprovedCampaign(manager, {
      leads: mails,
      domainOf: (place) => `shop${place % 500}.example`,
    })
    await scheduleStep(manager, campaign.campaign_id)
    await manager.query(`analyze delivery_send, playground_approved_email, outreach_campaign_lead`)
    return campaign
  }

  /** Wakes a worker and waits until every mail is accepted. */
  async finish({ campaign_id }: ApprovedCampaign): Promise<void> {
    await this.service_.resumeSending(campaign_id, "user_sender")
    const isDone = async () => {
      const rows = await queryRows(
        this.database.dataSource,
        `select from delivery_send where campaign_id = $1 and status in ('scheduled', 'in_flight')
          limit 1`,
        [campaign_id]
      )
      return rows.length === 0
    }
    await eventually(isDone, { withinMs: WITHIN_MS, because: "every mail is sent", everyMs: 5 })
  }

  async close(): Promise<void> {
    await this.service_.__hooks.onApplicationPrepareShutdown()
    await this.service_.__hooks.onApplicationShutdown()
    await this.database.drop()
  }
}
