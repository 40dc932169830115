/** Keys of what the Outreach pages read. */
export const outreachKeys = {
  allCampaigns: ["campaigns"] as const,
  campaigns: (query: object) => ["campaigns", query] as const,
  anyCampaign: ["campaign"] as const,
  campaign: (id: string) => ["campaign", id] as const,
  allSenderProfiles: ["sender-profiles"] as const,
  senderProfiles: (query: object) => ["sender-profiles", query] as const,
}
