import { generateDrafts, untilDrafted } from "../demo/story"
import { openBareEnqueue } from "./lib/bare-enqueue"
import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { interleave, timed } from "./lib/rounds"
import { createCampaign, startHost } from "./lib/running-host"
import { median } from "./lib/stats"

const LEADS = 200
const PER_ROUND = 5

/** How long whoever presses "generate" waits. */
export const generate: Bench = {
  id: "r1",
  title: "POST generate of 200 over HTTP, against the bare rows and addBulk in sequence",
  run: async (services) => {
    const host = await startHost(services, "r1", {
      playground: { redisUrl: services.redisUrl, queuePrefix: "r1" },
    })
    const campaignId = await createCampaign(host.api, LEADS)
    const bare = await openBareEnqueue(services, LEADS)
    const p50 = async (once: () => Promise<number>) => {
      const took: number[] = []
      while (took.length < PER_ROUND) took.push(await once())
      return median(took)
    }
    const pairs = await interleave(
      () =>
        p50(async () => {
          const startedAt = performance.now()
          const { batch_id } = await generateDrafts(host.api, campaignId, LEADS)
          const tookMs = performance.now() - startedAt
          await untilDrafted(host.api, campaignId, batch_id, () => {})
          return tookMs
        }),
      () =>
        p50(async () => {
          const tookMs = await timed(bare.enqueue)
          await bare.empty()
          return tookMs
        }),
      { warmUp: 2 }
    )
    await bare.close()
    await host.close()
    const heading = { id: "r1", what: `POST generate, ${LEADS} leads, p50`, unit: "ms" }
    return [compare({ ...heading, reach: { of: "ratio", atMost: 1.2 } }, pairs)]
  },
}
