import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { OurSender } from "./lib/our-sender"
import { interleave, timed, type Measure } from "./lib/rounds"
import { addSuppressions } from "../src/modules/delivery/suppressions/suppression-store"
import { parseSuppressed } from "../src/modules/delivery/suppressions/normalise-suppressed"
import { acceptSends } from "../src/modules/delivery/sql/settle-sends"
import { takeFrom } from "../testing/delivery-steps"
import { openThroughput } from "./r2-throughput"

const MAILS = 2_000
const SUPPRESSED = 300_000
const CHUNK = 10_000
/** How many one look of the sending statement takes. */
const AT_ONCE = 50

/** Sends with a transport that takes every mail at once, beside drafts with an instant generator. */
export const sending: Bench = {
  id: "r15",
  title:
    "mails per second with an instant transport; the sending statement with 300,000 suppressions",
  run: async (services) => {
    const sender = await OurSender.open(services, "r15_mails")
    const mailsPerSecond = async () => {
      const campaign = await sender.prepare(MAILS)
      return (1_000 * MAILS) / (await timed(() => sender.finish(campaign)))
    }
    const drafts = await openThroughput(services, "r15_drafts", {
      backend: "redis",
      drafts: MAILS,
    })
    const pairs = await interleave(mailsPerSecond, drafts.measure)
    await drafts.close()

    const crowded = await OurSender.open(services, "r15_suppressed")
    await suppressMany(crowded)
    const statement = await interleave(takeAll(crowded), takeAll(sender))
    await crowded.close()
    await sender.close()
    return [
      compare(
        {
          id: "r15",
          what: `mails reserved and accepted per second, drafts per second`,
          unit: "1/s",
          reach: { of: "ratio", atLeast: 0.8 },
        },
        pairs
      ),
      compare(
        {
          id: "r15",
          what: `${AT_ONCE} mails taken with ${SUPPRESSED} suppressions, with none`,
          unit: "ms",
          reach: { of: "ratio", atMost: 1.2 },
        },
        statement
      ),
    ]
  },
}

/** The time of one look, on average over a campaign's mails; no worker is awake. */
const takeAll =
  (sender: OurSender): Measure =>
  async () => {
    const { campaign_id } = await sender.prepare(MAILS)
    const { manager } = sender.database.dataSource
    let ms = 0
    for (let taken = 0; taken < MAILS;) {
      const startedAt = performance.now()
      const sends = await takeFrom(manager, campaign_id, AT_ONCE)
      ms += performance.now() - startedAt
      if (sends.length === 0) throw new Error("nothing was taken")
      taken += sends.length
      await acceptSends(
        manager,
        sends.map((send) => ({ ...send, transport_message_id: null }))
      )
    }
    return (ms * AT_ONCE) / MAILS
  }

async function suppressMany({ database }: OurSender): Promise<void> {
  const { manager } = database.dataSource
  for (let from = 0; from < SUPPRESSED; from += CHUNK) {
    await addSuppressions(manager, {
      values: Array.from({ length: CHUNK }, (_, place) => ({
        ...parseSuppressed(`nobody-${from + place}@gone${place % 1_000}.example`),
        reason: "unsubscribed" as const,
      })),
      source: "bench",
      actor: "system",
    })
  }
  await manager.query(`analyze delivery_suppression_key`)
}
