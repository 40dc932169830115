import { definePolicies } from "@medusajs/framework/utils"

/** Campaigns, their leads, and sender profiles. Count only in a host with the feature flag `rbac`. */
export const outreachPolicies = definePolicies([
  {
    name: "ReadOutreach",
    resource: "outreach",
    operation: "read",
    description: "Read outreach campaigns, leads and sender profiles",
  },
  {
    name: "EditOutreach",
    resource: "outreach",
    operation: "edit",
    description: "Create, change and delete outreach campaigns, leads and sender profiles",
  },
])
