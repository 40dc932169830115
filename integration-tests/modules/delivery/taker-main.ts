import { deliverySchema } from "../../../src/modules/delivery/module-schema"
import { acceptSends } from "../../../src/modules/delivery/sql/settle-sends"
import { createDataSource } from "../../../src/persistence/data-source"
import { takeFrom } from "../../../testing/delivery-steps"

/** How many one look asks for: different ones in each process, so that they cut into each other. */
const LIMITS = [7, 25, 40, 64]

/** A process that takes mails of one campaign and says that they were accepted, when it is told to. */
async function main({ url, campaign_id }: { url: string; campaign_id: string }): Promise<void> {
  const dataSource = await createDataSource({
    schema: deliverySchema,
    options: { database: { clientUrl: url } },
    poolSize: 2,
  })
  await dataSource.initialize()
  const limit = LIMITS[process.pid % LIMITS.length] ?? 1
  const takeAll = async () => {
    let taken = 0
    for (;;) {
      const sends = await takeFrom(dataSource.manager, campaign_id, limit)
      if (sends.length === 0) return taken
      taken += sends.length
      await acceptSends(
        dataSource,
        sends.map((send) => ({ ...send, transport_message_id: null }))
      )
    }
  }
  process.on("message", () => {
    void takeAll().then((taken) => process.send?.({ taken }))
  })
  process.send?.({ ready: true })
}

void main(JSON.parse(process.env.TAKER_INPUT ?? "{}") as { url: string; campaign_id: string })
