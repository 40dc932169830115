import { draftedSteps } from "../lib/playground/drafted-steps"
import type { Campaign } from "../lib/playground/types"
import { useLeadAt } from "./use-leads"
import { useSenderOf } from "./use-sender-profiles"

/** What a campaign needs before drafts can be written. Sender and prompt only make them better. */
export function useReadiness(campaign: Campaign) {
  const { data: sender } = useSenderOf(campaign)
  const { data: leads } = useLeadAt(campaign.id, 0, "")
  const has = {
    sender: Boolean(sender),
    step: draftedSteps(campaign).length > 0,
    leads: (leads?.count ?? 0) > 0,
    prompt: Boolean(campaign.system_prompt ?? sender?.custom_prompt),
  }
  return {
    has,
    /** Nothing is known of the leads yet. */
    isPending: leads === undefined,
    isReady: has.step && has.leads,
  }
}

export type Readiness = ReturnType<typeof useReadiness>
