import type { ImportAnswer } from "../demo/api-types"
import { openBareImport } from "./lib/bare-import"
import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { makeFixturePlugin } from "./lib/fixture-plugin"
import { residentMemory } from "./lib/resident-memory"
import { interleave, timed, type Pairs } from "./lib/rounds"
import { createCampaign, leadsCsv, startHost } from "./lib/running-host"

const LEADS = 100_000
const SAMPLE_MS = 20

/** A spreadsheet of a hundred thousand. */
export const importLeads: Bench = {
  id: "r10",
  title: "CSV import of 100,000 leads over HTTP, against COPY into the same tables",
  run: async (services) => {
    const host = await startHost(services, "r10", {
      playground: { redisUrl: services.redisUrl },
      plugins: [await makeFixturePlugin()],
    })
    const bare = await openBareImport(host.databaseUrl, LEADS)
    const csv = leadsCsv(LEADS)
    const peaks: number[] = []
    const settled: number[] = []
    const ours = async () => {
      const campaignId = await createCampaign(host.api, 0)
      let peak = 0
      const sampler = setInterval(() => {
        peak = Math.max(peak, residentMemory(host.pid))
      }, SAMPLE_MS)
      const tookMs = await timed(async () => {
        const answer = await host.api.postCsv<ImportAnswer>(
          `/api/v1/campaigns/${campaignId}/leads`,
          csv
        )
        if (answer.created !== LEADS) throw new Error(`only ${answer.created} leads were created`)
      })
      clearInterval(sampler)
      peaks.push(peak)
      settled.push((await host.api.get<{ rss: number }>("/admin/settled-memory")).rss)
      return tookMs
    }
    const pairs = await interleave(ours, bare.measure)
    await bare.close()
    await host.close()
    return [
      compare(
        {
          id: "r10",
          what: `CSV import of ${LEADS.toLocaleString("en")} leads`,
          unit: "ms",
          reach: { of: "ratio", atMost: 3 },
        },
        pairs
      ),
      compare(
        {
          id: "r10",
          what: "host's RSS after a garbage collection, after the last import and the second",
          unit: "MB",
          reach: { of: "ratio", atMost: 1.15 },
        },
        lastToSecond(settled)
      ),
      compare(
        {
          id: "r10",
          what: "host's RSS at its highest, in the last import and the second",
          unit: "MB",
        },
        lastToSecond(peaks)
      ),
    ]
  },
}

const lastToSecond = (samples: number[]): Pairs => ({
  ours: samples.slice(-1),
  reference: samples.slice(1, 2),
})
