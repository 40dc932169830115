import { useMutation, useQueryClient } from "@tanstack/react-query"
import { outreachKeys } from "../../lib/outreach/query-keys"
import type { Campaign, CampaignBody } from "../../lib/outreach/types"
import { playgroundKeys } from "../../lib/playground/query-keys"
import { sdk } from "../../lib/sdk"

/** Makes, changes and deletes campaigns; whatever shows one is read again. */
export function useCampaignActions() {
  const queryClient = useQueryClient()
  const forget = async (id?: string) => {
    await queryClient.invalidateQueries({ queryKey: outreachKeys.allCampaigns })
    if (!id) return
    await queryClient.invalidateQueries({ queryKey: outreachKeys.campaign(id) })
    // A changed prompt or sender changes what the Playground would send.
    await queryClient.invalidateQueries({ queryKey: playgroundKeys.all(id) })
  }
  return {
    save: useMutation({
      mutationFn: ({ id, body }: { id: string | null; body: CampaignBody }) =>
        sdk.client.fetch<{ campaign: Campaign }>(`/api/v1/campaigns${id ? `/${id}` : ""}`, {
          method: id ? "PATCH" : "POST",
          body: { ...body },
        }),
      onSuccess: (_, { id }) => forget(id ?? undefined),
    }),
    remove: useMutation({
      mutationFn: (id: string) => sdk.client.fetch(`/api/v1/campaigns/${id}`, { method: "DELETE" }),
      onSuccess: () => forget(),
    }),
  }
}
