import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import type { BatchStatus, Lead, LeadPage } from "../../lib/playground/types"
import { sdk } from "../../lib/sdk"

const fetchLeads = (campaignId: string, query: object, signal: AbortSignal) =>
  sdk.client.fetch<LeadPage>(campaignPath(campaignId, "leads"), { query: { ...query }, signal })

/** At most 200 leads by their ids. A lead that was deleted is not among them. */
export const useLeadsById = (campaignId: string, ids: readonly string[]) => {
  const query = { campaign_lead_ids: [...ids].sort().join(","), limit: 200 }
  return useQuery({
    queryKey: playgroundKeys.leads(campaignId, query),
    queryFn: ({ signal }) => fetchLeads(campaignId, query, signal),
    select: toMap,
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
}

/** All leads of a batch at once, whatever has become of them. */
export const useLeadsOfBatch = (campaignId: string, { per_lead }: BatchStatus) =>
  useLeadsById(
    campaignId,
    per_lead.map(({ campaign_lead_id }) => campaign_lead_id)
  )

/** One lead of the campaign by its place among those that `q` finds. */
export const useLeadAt = (campaignId: string, place: number, q: string) => {
  const query = { offset: place, limit: 1, ...(q && { q }) }
  return useQuery({
    queryKey: playgroundKeys.leads(campaignId, query),
    queryFn: ({ signal }) => fetchLeads(campaignId, query, signal),
    placeholderData: keepPreviousData,
  })
}

const toMap = ({ leads }: LeadPage): ReadonlyMap<string, Lead> =>
  new Map(leads.map((lead) => [lead.id, lead]))
