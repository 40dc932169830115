import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { outreachKeys } from "../../lib/outreach/query-keys"
import type { CampaignPage, CampaignStatus } from "../../lib/outreach/types"
import { sdk } from "../../lib/sdk"

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
      sdk.client.fetch<CampaignPage>("/api/v1/campaigns", { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  })
