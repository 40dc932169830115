const ofAll = ["playground"] as const
const ofCampaign = (campaignId: string) => [...ofAll, campaignId] as const

/** Keys of everything that the Playground reads, the campaign first: one call forgets all of it. */
export const playgroundKeys = {
  ofAll,
  all: ofCampaign,
  leads: (campaignId: string, query: object) =>
    [...ofCampaign(campaignId), "leads", query] as const,
  sender: (campaignId: string, senderId: string | null) =>
    [...ofCampaign(campaignId), "sender", senderId] as const,
  preview: (campaignId: string, input: object) =>
    [...ofCampaign(campaignId), "preview", input] as const,
  status: (campaignId: string, batchId: string | null) =>
    [...ofCampaign(campaignId), "status", batchId] as const,
  allBatches: (campaignId: string) => [...ofCampaign(campaignId), "batches"] as const,
  batches: (campaignId: string, query: object) =>
    [...ofCampaign(campaignId), "batches", query] as const,
  batch: (campaignId: string, batchId: string) =>
    [...ofCampaign(campaignId), "batch", batchId] as const,
  drafts: (campaignId: string, batchId: string) =>
    [...ofCampaign(campaignId), "drafts", batchId] as const,
  allApproved: (campaignId: string) => [...ofCampaign(campaignId), "approved"] as const,
  approved: (campaignId: string, draftId: string) =>
    [...ofCampaign(campaignId), "approved", draftId] as const,
  allPrompts: (campaignId: string) => [...ofCampaign(campaignId), "prompts"] as const,
  prompts: (campaignId: string, query: object) =>
    [...ofCampaign(campaignId), "prompts", query] as const,
  allComparisons: (campaignId: string) => [...ofCampaign(campaignId), "compare"] as const,
  comparison: (campaignId: string, batchIds: readonly string[]) =>
    [...ofCampaign(campaignId), "compare", ...batchIds] as const,
}
