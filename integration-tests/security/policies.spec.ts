import { ContainerRegistrationKeys, FeatureFlag } from "@medusajs/framework/utils"
import { createRbacRolesWorkflow } from "@medusajs/medusa/core-flows"
import { first } from "../http/review/client"
import { bearer, type BearerHeaders } from "../../testing/admins"
import { hostSuite } from "../../testing/host-suite"
import { createCampaign } from "../../testing/outreach-fixtures"
import type { Method } from "../../testing/routes"
import { createEverything, type Ids } from "./fixture"
import { ROUTE_CALLS, urlOf, type Policy } from "./route-calls"
import { everythingStored } from "./stored"

const POLICIES: Policy[] = [
  "ReadOutreach",
  "EditOutreach",
  "ReadPlayground",
  "GenerateDrafts",
  "ReviewDrafts",
  "SendEmails",
]

// The runner reads the configuration before it learns of the host's own flags.
FeatureFlag.setFlag("rbac", true)

hostSuite("the plugin under the host's RBAC", { env: { MEDUSA_FF_RBAC: "true" } }, (host) => {
  /** A person's headers whose one role holds just these policies. */
  const personWith = async (...names: string[]) => {
    const query = host.container().resolve(ContainerRegistrationKeys.QUERY)
    const { data: policies } = await query.graph({
      entity: "rbac_policy",
      fields: ["id", "name"],
      filters: { name: names },
    })
    expect(policies.map(({ name }: { name: string }) => name).sort()).toEqual([...names].sort())
    const { result: roles } = await createRbacRolesWorkflow(host.container()).run({
      input: {
        roles: [{ name: names.join(), policy_ids: policies.map(({ id }: { id: string }) => id) }],
      },
    })
    return host.adminHeaders({ roles: [first(roles).id] })
  }

  const ROUTES = Object.keys(ROUTE_CALLS)
  const taking = (policy: Policy) => ROUTES.filter((route) => ROUTE_CALLS[route]?.policy === policy)

  /** Makes the good calls of those routes. @returns the routes that answered 403 */
  const refusedOf = async (called: string[], ids: Ids, headers: BearerHeaders) => {
    const refused = []
    for (const route of called) {
      const { query, body } = ROUTE_CALLS[route] ?? {}
      const [method, path] = route.split(" ") as [Method, string]
      const request = host
        .request()
        [method](urlOf(path, ids, query?.valid(ids)))
        .set(headers)
      const { status } = await (body ? request.send(body.valid(ids)) : request)
      if (status === 403) refused.push(route)
    }
    return refused
  }

  it("refuses every route to a person without a role, and to an API key, and changes nothing", async () => {
    const ids = await createEverything(host, await personWith(...POLICIES))
    const before = await everythingStored(host)
    const key = await host.createApiKey()
    for (const headers of [host.adminHeaders({ roles: [] }), bearer(key)]) {
      expect(await refusedOf(ROUTES, ids, headers)).toEqual(ROUTES)
    }
    await host.request().get("/api/v1/campaigns").auth(key, "").expect(403)
    await host.request().get("/api/v1/campaigns").expect(401)
    expect(await everythingStored(host)).toEqual(before)
  })

  it.each(POLICIES)(
    "keeps what takes %s from a person with all other policies, and all else from one with it alone",
    async (policy) => {
      const ids = await createEverything(host, await personWith(...POLICIES))
      const before = await everythingStored(host)
      const stranger = await personWith(...POLICIES.filter((name) => name !== policy))
      expect(await refusedOf(taking(policy), ids, stranger)).toEqual(taking(policy))
      expect(await everythingStored(host)).toEqual(before)

      const others = ROUTES.filter((route) => !taking(policy).includes(route))
      expect(await refusedOf(ROUTES, ids, await personWith(policy))).toEqual(others)
    }
  )

  it("lets each person do what their policies say, and nothing else", async () => {
    const { campaign_id, lead_ids } = await createCampaign(host, { leads: 1 })
    const campaign = `/api/v1/campaigns/${campaign_id}`
    const calls = {
      read: ["get", campaign],
      edit: ["patch", campaign],
      readDrafts: ["get", `${campaign}/playground/batches`],
      generate: ["post", `${campaign}/playground/generate`],
      review: ["post", `${campaign}/leads/${first(lead_ids)}/reset`],
    } as const
    const allowed = async (...names: string[]) => {
      const headers = await personWith(...names)
      const entries = await Promise.all(
        Object.entries(calls).map(async ([name, [method, url]]) => {
          const call = host.request()[method](url).set(headers)
          const { status } = await (method === "get" ? call : call.send({}))
          return status === 403 ? [] : [name]
        })
      )
      return entries.flat()
    }
    expect(await allowed("ReadOutreach")).toEqual(["read"])
    expect(await allowed("EditOutreach")).toEqual(["edit"])
    expect(await allowed("ReadPlayground")).toEqual(["readDrafts"])
    expect(await allowed("GenerateDrafts")).toEqual(["generate"])
    expect(await allowed("ReviewDrafts")).toEqual(["review"])
    expect(await allowed("ReadOutreach", "ReviewDrafts")).toEqual(["read", "review"])
  })
})
