import { useQuery } from "@tanstack/react-query"
import { isWorthRetrying } from "../../lib/is-worth-retrying"
import type { Campaign } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: ["campaign", id],
    queryFn: ({ signal }) =>
      sdk.client.fetch<{ campaign: Campaign }>(`/api/v1/campaigns/${id}`, { signal }),
    select: ({ campaign }) => campaign,
    retry: isWorthRetrying,
  })
