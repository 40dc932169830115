import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { useAction } from "./common/use-action"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { outreachKeys } from "../lib/outreach/query-keys"
import type { Campaign, CampaignBody, CampaignPage, CampaignStatus } from "../lib/outreach/types"
import { playgroundKeys } from "../lib/playground/query-keys"

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: outreachKeys.campaign(id),
    queryFn: ({ signal }) => callApi<{ campaign: Campaign }>(`/api/v1/campaigns/${id}`, { signal }),
    select: ({ campaign }) => campaign,
    retry: isWorthRetrying,
  })

interface CampaignQuery {
  q?: string
  status?: CampaignStatus
  promotion_campaign_id?: string
  offset?: number
  limit: number
}

/** A page of the campaigns, newest first. */
export const useCampaigns = (query: CampaignQuery) =>
  useQuery({
    queryKey: outreachKeys.campaigns(query),
    queryFn: ({ signal }) =>
      callApi<CampaignPage>("/api/v1/campaigns", { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
    // Its counts change wherever drafts are written and approved.
    refetchOnMount: "always",
  })

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
    save: useAction({
      mutationFn: ({ id, body }: { id: string | null; body: CampaignBody }) =>
        callApiNow<{ campaign: Campaign }>(`/api/v1/campaigns${id ? `/${id}` : ""}`, {
          method: id ? "PATCH" : "POST",
          body: { ...body },
        }),
      onSuccess: (_, { id }) => forget(id ?? undefined),
    }),
    remove: useAction({
      // With all that was ever approved: that may take a while.
      mutationFn: (id: string) => callApi(`/api/v1/campaigns/${id}`, { method: "DELETE" }),
      onSuccess: () => forget(),
    }),
  }
}
