import { generateDrafts, untilDrafted } from "../demo/story"
import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { makeFixturePlugin } from "./lib/fixture-plugin"
import { interleave, timed } from "./lib/rounds"
import { createCampaign, startHost } from "./lib/running-host"
import { median } from "./lib/stats"

const LEADS = 200
const BODY = "A word of it. ".repeat(300)
const PER_ROUND = 30

/** What each poll of a dashboard costs. */
export const status: Bench = {
  id: "r5",
  title: "GET status of 200 leads with bodies of 4 kB, against two bare SELECTs in the same host",
  run: async (services) => {
    const host = await startHost(services, "r5", {
      playground: { redisUrl: services.redisUrl, queuePrefix: "r5" },
      plugins: [await makeFixturePlugin()],
    })
    const system_prompt = `Subject: Hello {{ lead.first_name }}\n\n${BODY}`
    const campaignId = await createCampaign(host.api, LEADS, { system_prompt })
    const { batch_id } = await generateDrafts(host.api, campaignId, LEADS)
    await untilDrafted(host.api, campaignId, batch_id, () => {})

    const p50 = async (path: string) => {
      const took: number[] = []
      while (took.length < PER_ROUND) took.push(await timed(() => host.api.get(path)))
      return median(took)
    }
    const pairs = await interleave(
      () => p50(`/api/v1/campaigns/${campaignId}/playground/status?batch_id=${batch_id}`),
      () => p50(`/admin/bare-status?batch_id=${batch_id}`),
      { warmUp: 2 }
    )
    await host.close()
    const heading = { id: "r5", what: `GET status, ${LEADS} leads, p50`, unit: "ms" }
    return [compare({ ...heading, reach: { of: "ratio", atMost: 1.5 } }, pairs)]
  },
}
