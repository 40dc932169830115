import { generateDrafts, untilDrafted } from "../demo/story"
import type { ApiClient } from "../demo/api-client"
import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { customerId, fillShop } from "./lib/filled-shop"
import { interleave } from "./lib/rounds"
import { createCampaign, startHost } from "./lib/running-host"
import { median } from "./lib/stats"

const LEADS = 200
const CUSTOMERS = 5_000
const PER_ROUND = 5

/** What it costs a batch that the shop's own facts are read for its leads. */
export const customerFacts: Bench = {
  id: "r17",
  title: `POST generate of ${LEADS} customers with their facts, on a host with 100,000 orders`,
  run: async (services) => {
    const host = await startHost(services, "r17", {
      playground: { redisUrl: services.redisUrl, queuePrefix: "r17" },
    })
    const orders = await fillShop(host.databaseUrl, {
      customers: CUSTOMERS,
      ordersEach: 18,
      ordersOfFirst: 10_018,
    })
    const strangers = await campaignOf(host.api, { from: 1, areCustomers: false })
    const customers = await campaignOf(host.api, { from: 1, areCustomers: true })
    const withBigOne = await campaignOf(host.api, { from: 0, areCustomers: true })
    const p50 = async (campaignId: string) => {
      const took: number[] = []
      while (took.length < PER_ROUND) {
        const startedAt = performance.now()
        const { batch_id } = await generateDrafts(host.api, campaignId, LEADS)
        took.push(performance.now() - startedAt)
        await untilDrafted(host.api, campaignId, batch_id, () => {})
      }
      return median(took)
    }
    const figures = []
    for (const { campaignId, each, reach } of [
      { campaignId: customers, each: "18 orders each", reach: { of: "ratio", atMost: 2 } as const },
      { campaignId: withBigOne, each: "one with 10,018 orders", reach: undefined },
    ]) {
      const pairs = await interleave(
        () => p50(campaignId),
        () => p50(strangers),
        { warmUp: 2 }
      )
      const what = `POST generate, ${LEADS} customers (${each}) of ${orders.toLocaleString("en")} orders, p50`
      figures.push(compare({ id: "r17", what, unit: "ms", reach }, pairs))
    }
    await host.close()
    return figures
  },
}

/** A campaign whose leads are the customers from a number on, or have only their addresses. */
async function campaignOf(
  api: ApiClient,
  { from, areCustomers }: { from: number; areCustomers: boolean }
): Promise<string> {
  const campaignId = await createCampaign(api, 0)
  const leads = Array.from({ length: LEADS }, (_, place) => ({
    email: `customer-${from + place}@example.com`,
    first_name: `First ${from + place}`,
    company: `Company ${from + place}`,
    ...(areCustomers && { customer_id: customerId(from + place) }),
  }))
  await api.post(`/api/v1/campaigns/${campaignId}/leads`, { leads })
  return campaignId
}
