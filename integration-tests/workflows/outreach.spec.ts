import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { OutreachModuleService } from "../../src/modules/outreach"
import { createCampaignWorkflow } from "../../src/workflows/create-campaign"
import { createSenderProfileWorkflow } from "../../src/workflows/create-sender-profile"
import { importCampaignLeadsWorkflow } from "../../src/workflows/import-campaign-leads"
import { updateCampaignWorkflow } from "../../src/workflows/update-campaign"
import { updateCampaignLeadWorkflow } from "../../src/workflows/update-campaign-lead"
import { updateSenderProfileWorkflow } from "../../src/workflows/update-sender-profile"
import { hostSuite } from "../setup/host-suite"
import { numberedLeads, personalised, templated, toStep } from "../modules/outreach/steps"

const failStep = createStep("fail", async () => {
  throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "the step after it failed")
})

/** A host's own workflow that runs one of ours, and then fails: ours has to undo itself. */
const thenFail = <Input>(
  id: string,
  workflow: { runAsStep(args: { input: Input | WorkflowData<Input> }): unknown }
) =>
  createWorkflow(`${id}-then-fail`, (input: WorkflowData<Input>) => {
    workflow.runAsStep({ input })
    failStep()
  })

const createSenderProfileThenFail = thenFail("create-sender-profile", createSenderProfileWorkflow)
const updateSenderProfileThenFail = thenFail("update-sender-profile", updateSenderProfileWorkflow)
const createCampaignThenFail = thenFail("create-campaign", createCampaignWorkflow)
const updateCampaignThenFail = thenFail("update-campaign", updateCampaignWorkflow)
const importCampaignLeadsThenFail = thenFail("import-campaign-leads", importCampaignLeadsWorkflow)
const updateCampaignLeadThenFail = thenFail("update-campaign-lead", updateCampaignLeadWorkflow)

hostSuite("outreach inside a host's own code", {}, (host) => {
  const outreach = () => host.container().resolve<OutreachModuleService>("outreach")
  const page = { offset: 0, limit: 1000 }

  async function createAll() {
    const service = outreach()
    const sender = await service.createSenderProfile({
      profile_name: "Mira",
      sender_data: { city: "Aarhus" },
      is_default: true,
    })
    const campaign = await service.createCampaign({
      name: "Autumn",
      description: "as planned",
      sender_profile_id: sender.id,
      steps: [toStep(1, personalised("A"), personalised("B"), templated("C"))],
    })
    const lead_ids = await service.addCampaignLeads(campaign.id, numberedLeads(60))
    return { sender, campaign, lead_ids }
  }

  const withoutStamp = <Row extends { updated_at: Date }>({ updated_at, ...row }: Row) => row

  async function readEverything(campaignId: string) {
    const service = outreach()
    const [profiles] = await service.searchSenderProfiles(page)
    const [campaigns] = await service.searchCampaigns(page)
    const [leads] = await service.searchCampaignLeads(campaignId, page)
    const assignments = await host.query<{ variant_label: string }>(
      `select campaign_lead_id, step_index, variant_label from outreach_lead_assignment order by 1, 2`
    )
    return {
      profiles: profiles.map(withoutStamp),
      campaigns: campaigns.map(withoutStamp),
      leads: leads.map(withoutStamp),
      assignments,
    }
  }

  type All = Awaited<ReturnType<typeof createAll>>
  const undone: [string, (all: All) => Promise<unknown>][] = [
    [
      "a sender profile that took the default",
      () =>
        createSenderProfileThenFail(host.container()).run({
          input: { profile_name: "Otto", is_default: true },
        }),
    ],
    [
      "changes of a sender profile",
      ({ sender }) =>
        updateSenderProfileThenFail(host.container()).run({
          input: {
            sender_profile_id: sender.id,
            change: { profile_name: "M.", sender_data: {}, is_default: false },
          },
        }),
    ],
    [
      "a new campaign",
      () =>
        createCampaignThenFail(host.container()).run({
          input: { name: "Winter", steps: [toStep(1, personalised("A"))] },
        }),
    ],
    [
      "changes of a campaign, its weights and steps",
      ({ campaign }) =>
        updateCampaignThenFail(host.container()).run({
          input: {
            campaign_id: campaign.id,
            change: {
              name: "Winter",
              description: null,
              sender_profile_id: null,
              steps: [
                toStep(1, personalised("A", 9), personalised("B"), personalised("C")),
                toStep(2, personalised("Z")),
              ],
            },
          },
        }),
    ],
    [
      "imported leads, but not those that were there before",
      ({ campaign }) =>
        importCampaignLeadsThenFail(host.container()).run({
          input: { campaign_id: campaign.id, leads: numberedLeads(40, 40) },
        }),
    ],
    [
      "changes of a lead",
      ({ campaign, lead_ids: [campaign_lead_id = ""] }) =>
        updateCampaignLeadThenFail(host.container()).run({
          input: {
            campaign_id: campaign.id,
            campaign_lead_id,
            change: { email: "new@example.com", first_name: "Ada", attributes: { seats: 3 } },
          },
        }),
    ],
  ]

  it.each(undone)("takes back %s when a later step of the workflow fails", async (_, run) => {
    const all = await createAll()
    const before = await readEverything(all.campaign.id)
    await expect(run(all)).rejects.toMatchObject({ message: "the step after it failed" })
    expect(await readEverything(all.campaign.id)).toEqual(before)
  })

  it("brings a removed variant back when a later step fails, and the leads of the others stay", async () => {
    const { campaign } = await createAll()
    const before = await readEverything(campaign.id)
    const run = updateCampaignThenFail(host.container()).run({
      input: {
        campaign_id: campaign.id,
        change: { steps: [toStep(1, personalised("A"), templated("C"))] },
      },
    })
    await expect(run).rejects.toMatchObject({ message: "the step after it failed" })

    const after = await readEverything(campaign.id)
    expect(after.campaigns).toEqual(before.campaigns)
    expect(after.assignments).toHaveLength(before.assignments.length)
    const ofOthers = before.assignments.filter(({ variant_label }) => variant_label !== "B")
    expect(after.assignments).toEqual(expect.arrayContaining(ofOthers))
  })

  it("answers query.graph: a campaign with its sender and leads, and a lead with its campaign", async () => {
    const { sender, campaign, lead_ids } = await createAll()
    const [addresses] = await outreach().searchCampaignLeads(campaign.id, page)
    const query = host.container().resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const { data: campaigns } = await query.graph({
      entity: "outreach_campaign",
      fields: ["name", "sender_profile.profile_name", "leads.email"],
      filters: { id: campaign.id },
      pagination: { skip: 0, take: 5, order: { created_at: "DESC" } },
    })
    expect(campaigns).toMatchObject([
      { name: "Autumn", sender_profile: { profile_name: sender.profile_name } },
    ])
    expect(campaigns[0]?.leads).toHaveLength(lead_ids.length)

    const { data: leads, metadata } = await query.graph({
      entity: "outreach_campaign_lead",
      fields: ["id", "campaign.name"],
      filters: { campaign_id: campaign.id },
      pagination: { skip: 10, take: 5, order: { email: "ASC" } },
    })
    const sorted = [...addresses].sort((left, right) => (left.email < right.email ? -1 : 1))
    expect(leads.map(({ id }) => id)).toEqual(sorted.slice(10, 15).map(({ id }) => id))
    expect(leads[0]).toMatchObject({ campaign: { name: "Autumn" } })
    expect(metadata).toMatchObject({ count: lead_ids.length, skip: 10, take: 5 })
  })
})
