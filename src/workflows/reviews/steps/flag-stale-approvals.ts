import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { leadFingerprint, type CampaignSource } from "../../../ports"
import { resolveCampaignSource, resolvePlayground } from "../../common/resolve-modules"
import { withCustomerFacts } from "../../customers/with-customer-facts"

/** As many as the campaign source answers for at once. */
const CHUNK_SIZE = 200

export interface FlagStaleApprovalsInput {
  campaign_id: string
  /** Leads that were changed or deleted. Those without an approved e-mail cost one index look-up. */
  campaign_lead_ids: string[]
}

/**
 * Holds the approvals of these leads against the leads as they are now. One that differs is noted on
 * its approval (`lead_changed_at`); a lead that is gone loses its approvals.
 *
 * Must come after the change is committed. So a change that runs beside an approval is never missed:
 * the approval looks again after it is stored, and whichever of the two looks last sees both.
 */
export async function flagStaleApprovals(
  container: MedusaContainer,
  { campaign_id, campaign_lead_ids }: FlagStaleApprovalsInput
): Promise<void> {
  const playground = resolvePlayground(container)
  const source = resolveCampaignSource(container)
  for (let start = 0; start < campaign_lead_ids.length; start += CHUNK_SIZE) {
    const chunk = campaign_lead_ids.slice(start, start + CHUNK_SIZE)
    const approvals = await playground.listUnchangedApprovals(campaign_id, chunk)
    if (approvals.length === 0) continue

    const lead_ids = [...new Set(approvals.map((approval) => approval.campaign_lead_id))]
    const known = new Set(await source.listCampaignLeadIds(campaign_id, lead_ids))
    const gone = lead_ids.filter((id) => !known.has(id))
    if (gone.length > 0) {
      await playground.withdrawApprovals({
        campaign_id,
        campaign_lead_ids: gone,
        step_indices: null,
        action: "unapprove",
        actor: "system",
        reason: "The lead was deleted.",
      })
    }
    for (const step_index of new Set(approvals.map((approval) => approval.step_index))) {
      const ofStep = approvals.filter((approval) => approval.step_index === step_index)
      const prints = await fingerprintsNow(container, source, { campaign_id, step_index, lead_ids })
      await playground.flagStaleApprovals(
        ofStep.map(({ campaign_lead_id }) => ({
          campaign_lead_id,
          step_index,
          lead_fingerprint: prints.get(campaign_lead_id) ?? null,
        }))
      )
    }
  }
}

async function fingerprintsNow(
  container: MedusaContainer,
  source: CampaignSource,
  step: { campaign_id: string; step_index: number; lead_ids: string[] }
): Promise<Map<string, string>> {
  const leads = await withCustomerFacts(container, await source.listStepLeadsById(step))
  return new Map(leads.map(({ lead }) => [lead.id, leadFingerprint(lead)]))
}

/** Without a way back: that a lead was another for a while is worth a look. */
export const flagStaleApprovalsStep = createStep(
  "flag-stale-approvals",
  async (input: FlagStaleApprovalsInput, { container }) => {
    await flagStaleApprovals(container, input)
    return new StepResponse()
  }
)
