import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/common/sdk"

/** So many fit into a menu. */
const LIMIT = 200

/** The host's own promotion campaigns, to point at. */
export const usePromotionCampaigns = () =>
  useQuery({
    queryKey: ["outreach", "promotion-campaigns"],
    queryFn: () => sdk.admin.campaign.list({ fields: "id,name", limit: LIMIT }),
    select: ({ campaigns }) => campaigns,
  })

/** The host's own customer groups, to import from. */
export const useCustomerGroups = () =>
  useQuery({
    queryKey: ["outreach", "customer-groups"],
    queryFn: () => sdk.admin.customerGroup.list({ fields: "id,name", limit: LIMIT }),
    select: ({ customer_groups }) => customer_groups,
  })
