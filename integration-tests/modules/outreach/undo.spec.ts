import type { MedusaContainer } from "@medusajs/framework/types"
import { asValue } from "@medusajs/framework/awilix"
import { createMedusaContainer } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createCampaignStep } from "../../../src/workflows/campaigns/steps/create-campaign"
import { createSenderProfileStep } from "../../../src/workflows/sender-profiles/steps/create-sender-profile"
import { addCampaignLeadsStep } from "../../../src/workflows/leads/steps/add-campaign-leads"
import { updateCampaignLeadStep } from "../../../src/workflows/leads/steps/update-campaign-lead"
import { updateCampaignStep } from "../../../src/workflows/campaigns/steps/update-campaign"
import { updateSenderProfileStep } from "../../../src/workflows/sender-profiles/steps/update-sender-profile"
import { createOutreachDatabase, type OutreachDatabase } from "../../../testing/outreach-database"
import { personalised, toStep } from "./steps"

const failStep = createStep("fail", async () => {
  if (Date.now() > 0) throw new Error("a later step failed")
  return new StepResponse()
})

/** A host's own workflow that uses a step of ours and fails after it. */
const failingAfter = <Input extends object>(
  name: string,
  step: (input: WorkflowData<Input>) => unknown
) =>
  createWorkflow(`fail-after-${name}`, (input: WorkflowData<Input>) => {
    step(input)
    failStep()
  })

const workflows = {
  createCampaign: failingAfter("create-campaign", createCampaignStep),
  updateCampaign: failingAfter("update-campaign", updateCampaignStep),
  createProfile: failingAfter("create-sender-profile", createSenderProfileStep),
  updateProfile: failingAfter("update-sender-profile", updateSenderProfileStep),
  addLeads: failingAfter("import-campaign-leads", addCampaignLeadsStep),
  updateLead: failingAfter("update-campaign-lead", updateCampaignLeadStep),
}

let database: OutreachDatabase
let container: MedusaContainer

beforeAll(async () => {
  database = await createOutreachDatabase("undo")
  container = createMedusaContainer()
  container.register("outreach", asValue(database.service))
})
afterAll(async () => {
  await database.drop()
})

/** Every row of the module, without when it was last written. */
async function everything(): Promise<unknown> {
  const tables = ["sender_profile", "campaign", "campaign_step", "step_variant", "campaign_lead"]
  return Promise.all(
    [...tables, "lead_assignment"].map((table) =>
      database.db.query(
        `select to_jsonb(stored) - 'updated_at' as row from outreach_${table} as stored order by 1`
      )
    )
  )
}

describe("when a later step of a host's workflow fails", () => {
  const steps = [toStep(1, personalised("A"), personalised("B", 3)), toStep(2, personalised("A"))]
  let campaign_id: string
  let campaign_lead_id: string
  let sender_profile_id: string

  beforeAll(async () => {
    const { service } = database
    sender_profile_id = (await service.createSenderProfile({ profile_name: "Ada" })).id
    await service.createSenderProfile({ profile_name: "Grace", is_default: true })
    campaign_id = (await service.createCampaign({ name: "Autumn", description: "x", steps })).id
    const leads = Array.from({ length: 50 }, (_, place) => ({ email: `lead-${place}@example.com` }))
    const [first = "none"] = await service.addCampaignLeads(campaign_id, leads)
    campaign_lead_id = first
  })

  it.each([
    ["a campaign that was made", () => workflows.createCampaign, () => ({ name: "Other", steps })],
    [
      "a campaign that was changed, its steps too,",
      () => workflows.updateCampaign,
      () => ({
        campaign_id,
        change: {
          name: "Other",
          description: null,
          system_prompt: "new",
          steps: [toStep(1, personalised("B"), personalised("A", 9)), toStep(3, personalised("C"))],
        },
      }),
    ],
    [
      "a sender profile that was made and took the default",
      () => workflows.createProfile,
      () => ({ profile_name: "Edsger", is_default: true }),
    ],
    [
      "a sender profile that was changed and took the default",
      () => workflows.updateProfile,
      () => ({
        sender_profile_id,
        change: { profile_name: "Other", sender_data: { a: 1 }, is_default: true },
      }),
    ],
    [
      "an import into leads that were there before",
      () => workflows.addLeads,
      () => ({
        campaign_id,
        leads: [{ email: "lead-1@example.com" }, { email: "new@example.com" }],
      }),
    ],
    [
      "a lead that was changed",
      () => workflows.updateLead,
      () => ({
        campaign_id,
        campaign_lead_id,
        change: { email: "other@example.com", attributes: { a: 1 }, title: "x" },
      }),
    ],
  ] as const)("%s is as if it had never run", async (_, workflow, input) => {
    const before = await everything()
    // Each workflow stands beside an input of its own kind.
    const run = workflow()(container).run as (options: object) => Promise<{ errors: unknown[] }>
    const { errors } = await run({ input: input(), throwOnError: false })
    expect(errors).toHaveLength(1)
    expect(await everything()).toEqual(before)
  })
})
