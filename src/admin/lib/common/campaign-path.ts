/** Path of a campaign's part of the API, for example `campaignPath(id, "playground/drafts")`. */
export const campaignPath = (campaignId: string, rest: string) =>
  `/api/v1/campaigns/${encodeURIComponent(campaignId)}/${rest}`
