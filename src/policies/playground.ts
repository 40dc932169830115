import { definePolicies } from "@medusajs/framework/utils"

/** Drafts and approved e-mails. Count only in a host with the feature flag `rbac`. */
export const playgroundPolicies = definePolicies([
  {
    name: "ReadPlayground",
    resource: "playground",
    operation: "read",
    description: "Read drafts, their batches and prompts, and approved e-mails",
  },
  {
    name: "GenerateDrafts",
    resource: "playground",
    operation: "generate",
    description:
      "Preview, generate, cancel, retry and have judged drafts, which costs what the model costs",
  },
  {
    name: "ReviewDrafts",
    resource: "playground",
    operation: "review",
    description: "Approve, unapprove and reject the e-mails that may be sent",
  },
  {
    name: "SendEmails",
    resource: "playground",
    operation: "send",
    description: "Send approved e-mails, and say who is written to no more",
  },
])
