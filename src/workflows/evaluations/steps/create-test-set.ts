import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { hostileLeads, type CreateTestSetInput } from "../../../modules/playground"
import type { AssignedLead, LeadSnapshot } from "../../../ports"
import { retrieveStep } from "../../campaigns/retrieve-step"
import { resolveCampaignSource, resolvePlayground } from "../../common/resolve-modules"
import { withCustomerFacts } from "../../customers/with-customer-facts"
import { someLeads } from "../../drafts/select-leads"
import { selectNamedLeads } from "../../drafts/select-leads/select-named-leads"
import { selectSampledLeads } from "../../drafts/select-leads/select-sampled-leads"
import { readAttributes } from "../../leads/read-attributes"

/** What `POST /campaigns/{campaign_id}/test-sets` asks for. */
export interface CreateTestSetRequest {
  campaign_id: string
  name: string
  leads: TestLeadsRequest
  /** The host's actor id. */
  created_by: string
}

/** Which leads a set is made of. `step_index`: whose leads may be chosen, 1 to 32. */
export type TestLeadsRequest =
  | { source: "leads"; step_index: number; campaign_lead_ids: string[] }
  | { source: "sample"; step_index: number; n: number; seed: number }
  | { source: "bundled" }

export const createTestSetStep = createStep(
  "create-test-set",
  async ({ campaign_id, name, leads, created_by }: CreateTestSetRequest, { container }) => {
    const { testSets } = resolvePlayground(container).verdict
    const test_set = await testSets.create({
      campaign_id,
      name,
      created_by,
      source: leads.source,
      leads: await freezeLeads(container, campaign_id, leads),
    })
    return new StepResponse(test_set, { campaign_id, test_set_id: test_set.id })
  },
  async (undo, { container }) => {
    if (undo) await resolvePlayground(container).verdict.testSets.delete(undo)
  }
)

async function freezeLeads(
  container: MedusaContainer,
  campaign_id: string,
  request: TestLeadsRequest
): Promise<CreateTestSetInput["leads"]> {
  const source = resolveCampaignSource(container)
  if (request.source === "bundled") return hostileLeads(await readAttributes(source, campaign_id))
  const { step_index } = request
  await retrieveStep(source, campaign_id, step_index)
  const chosen =
    request.source === "leads"
      ? await selectNamedLeads(source, { campaign_id, step_index }, request.campaign_lead_ids)
      : await selectSampledLeads(
          source,
          { campaign_id, step_index, n_leads: request.n },
          NO_APPROVALS,
          request.seed
        )
  return (await withCustomerFacts(container, someLeads(chosen))).map(toTestLead)
}

/** A lead that holds an approved e-mail is as good a test as any. */
const NO_APPROVALS = { listApprovedLeadIds: () => Promise.resolve([]) }

/** With an id of its own: whatever is drafted for it can never be taken for the lead's. */
function toTestLead({ lead }: AssignedLead): CreateTestSetInput["leads"][number] {
  return { label: nameOf(lead), code: null, lead_snapshot: { ...lead, id: randomUUID() } }
}

const nameOf = ({ first_name, last_name, email }: LeadSnapshot) =>
  [first_name, last_name].filter(Boolean).join(" ").trim() || email
