import type { GenerateAnswer } from "../demo/api-types"
import { untilDrafted } from "../demo/story"
import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { interleave } from "./lib/rounds"
import { createCampaign, startHost } from "./lib/running-host"
import { median } from "./lib/stats"

const CAMPAIGN_LEADS = 100_000
/** As many as `generate` takes unless it is told otherwise. */
const LEADS = 50
const PER_ROUND = 3

/** What it costs to choose the leads of a batch out of many. */
export const selection: Bench = {
  id: "r13",
  title: `POST generate of ${LEADS} out of 100,000 leads, by each choice, against the first ones`,
  run: async (services) => {
    const host = await startHost(services, "r13", {
      playground: { redisUrl: services.redisUrl, queuePrefix: "r13" },
    })
    const campaignId = await createCampaign(host.api, CAMPAIGN_LEADS)
    let seed = 0
    const p50 = async (choice: () => object) => {
      const took: number[] = []
      while (took.length < PER_ROUND) {
        const startedAt = performance.now()
        const { batch_id } = await host.api.post<GenerateAnswer>(
          `/api/v1/campaigns/${campaignId}/playground/generate`,
          { step_index: 1, n_leads: LEADS, ...choice() }
        )
        took.push(performance.now() - startedAt)
        await untilDrafted(host.api, campaignId, batch_id, () => {})
      }
      return median(took)
    }
    const first = () => p50(() => ({ lead_selection: "first" }))
    const choices = {
      undrafted: () => ({ lead_selection: "undrafted" }),
      // Each time other leads: the same ones would be in the database's cache.
      sample: () => ({ lead_selection: "sample", sample_seed: seed++ }),
    }
    const figures = []
    for (const [name, choice] of Object.entries(choices)) {
      const pairs = await interleave(() => p50(choice), first, { warmUp: 1 })
      const what = `POST generate, ${LEADS} of 100,000 leads, ${name}, p50`
      figures.push(
        compare({ id: "r13", what, unit: "ms", reach: { of: "ratio", atMost: 1.5 } }, pairs)
      )
    }
    await host.close()
    return figures
  },
}
