import { ContainerRegistrationKeys, FeatureFlag } from "@medusajs/framework/utils"
import { createRbacRolesWorkflow } from "@medusajs/medusa/core-flows"
import { hostSuite } from "../../setup/host-suite"
import { listRoutes } from "../../setup/routes"
import { createCampaign } from "../../setup/outreach-fixtures"
import { first } from "./client"

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

  it("refuses every route to a person without a role, and to an API key", async () => {
    const routes = listRoutes()
    expect(routes.length).toBeGreaterThan(25)
    const answers = []
    for (const { method, url } of routes) {
      const { status } = await host
        .request()
        [method](url)
        .set(host.adminHeaders({ roles: [] }))
      answers.push({ method, url, status })
    }
    expect(answers.filter(({ status }) => status !== 403)).toEqual([])
    const key = await host.createApiKey()
    await host.request().get("/api/v1/campaigns").auth(key, "").expect(403)
    await host.request().get("/api/v1/campaigns").expect(401)
  })

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
