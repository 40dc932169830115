import { useQuery } from "@tanstack/react-query"
import { listPlaceholders } from "../../lib/playground/placeholders"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { Campaign, SenderProfile } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"
import { useLeadsById } from "./use-leads"

/** What a prompt of the campaign may name: as the sender and one of the leads have it. */
export function usePlaceholders(campaign: Campaign, leadId: string | undefined): string[] {
  const { data: leads } = useLeadsById(campaign.id, leadId ? [leadId] : [])
  const { sender_profile_id } = campaign
  const { data: sender } = useQuery({
    queryKey: playgroundKeys.sender(campaign.id, sender_profile_id),
    queryFn: ({ signal }) =>
      sdk.client.fetch<{ sender_profile: SenderProfile }>(
        `/api/v1/sender-profiles/${sender_profile_id}`,
        { signal }
      ),
    enabled: sender_profile_id !== null,
  })
  return listPlaceholders({
    attributes: Object.keys(leads?.get(leadId ?? "")?.attributes ?? {}),
    senderFacts: Object.keys(sender?.sender_profile.sender_data ?? {}),
  })
}
