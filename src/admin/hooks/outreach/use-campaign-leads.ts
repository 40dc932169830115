import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { LeadPage } from "../../lib/outreach/types"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import { sdk } from "../../lib/sdk"

/** A page of a campaign's leads, in lead order. */
export const useCampaignLeads = (
  campaignId: string,
  query: { q?: string; offset: number; limit: number }
) =>
  useQuery({
    queryKey: playgroundKeys.leads(campaignId, query),
    queryFn: ({ signal }) =>
      sdk.client.fetch<LeadPage>(campaignPath(campaignId, "leads"), { query, signal }),
    placeholderData: keepPreviousData,
  })
