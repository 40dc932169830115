import type { CampaignSource, StepLeadsPage } from "../../../ports"
import { EligibleLeads, PAGE_SIZE, type Approvals, type Selection } from "./eligible-leads"
import type { LeadChoice } from "./lead-choice"

/**
 * The first `n_leads` of the step in lead order that have not withdrawn their consent and hold no
 * approved e-mail for it; fewer when there are fewer. The source knows nothing of approvals, so it is
 * asked page by page.
 */
export async function selectFirstLeads(
  source: CampaignSource,
  selection: Selection,
  approvals: Approvals
): Promise<LeadChoice> {
  const { campaign_id, step_index, n_leads } = selection
  const eligible = new EligibleLeads(selection, approvals)
  let after: string | null = null
  let limit = n_leads
  do {
    const page: StepLeadsPage = await source.listStepLeads({
      campaign_id,
      step_index,
      after,
      limit,
    })
    await eligible.take(page.leads)
    after = page.next
    limit = PAGE_SIZE
  } while (after !== null && !eligible.isFull)
  return eligible.toChoice()
}
