import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { useAction } from "./common/use-action"
import { campaignPath } from "../lib/common/campaign-path"
import type { CustomerFilterBody } from "../lib/outreach/customer-filter"
import type { ImportReport, LeadBody } from "../lib/outreach/types"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { BatchStatus, Lead, LeadPage } from "../lib/playground/types"

const fetchLeads = (campaignId: string, query: object, signal?: AbortSignal) =>
  callApi<LeadPage>(campaignPath(campaignId, "leads"), { query: { ...query }, signal })

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

/** What a list of leads is narrowed to; all of it together. */
export interface LeadFilter {
  q?: string
  /** The step that the next ones are about; absent: any. */
  step_index?: number
  variant_type?: "PERSONALIZATION" | "TEMPLATE"
  has_draft?: boolean
  approved?: boolean
  failed?: boolean
  flagged?: boolean
  first_name?: string
  last_name?: string
  company?: string
  title?: string
  email?: string
  /** What attributes are, by their names: a JSON object. */
  attributes?: string
}

/** A page of a campaign's leads, in lead order. */
export const useCampaignLeads = (
  campaignId: string,
  query: LeadFilter & { offset: number; limit: number },
  options: { refetchOnMount?: "always" } = {}
) =>
  useQuery({
    queryKey: playgroundKeys.leads(campaignId, query),
    queryFn: ({ signal }) => fetchLeads(campaignId, query, signal),
    placeholderData: keepPreviousData,
    ...options,
  })

/** How many leads there are of a kind; undefined: not known yet. */
export const useLeadCount = (campaignId: string, filter: LeadFilter): number | undefined =>
  useCampaignLeads(campaignId, { ...filter, offset: 0, limit: 1 }).data?.count

/** Where leads come from. */
export type LeadSource = { leads: LeadBody[] } | { customers: CustomerFilterBody }

/** Adds, changes and deletes leads of a campaign. */
export function useLeadActions(campaignId: string) {
  const queryClient = useQueryClient()
  const onSuccess = () =>
    queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) })
  const path = campaignPath(campaignId, "leads")
  return {
    add: useAction({
      mutationFn: (source: LeadSource) =>
        callApi<ImportReport>(path, {
          method: "POST",
          body: { ...source },
        }),
      onSuccess,
    }),
    change: useAction({
      mutationFn: ({ id, body }: { id: string; body: LeadBody }) =>
        callApiNow(`${path}/${id}`, { method: "PATCH", body: { ...body } }),
      onSuccess,
    }),
    remove: useAction({
      mutationFn: (id: string) => callApiNow(`${path}/${id}`, { method: "DELETE" }),
      onSuccess,
    }),
  }
}

/** What an import of these customers would come to; nothing is written. Null: nobody is meant yet. */
export const useCustomerCount = (campaignId: string, customers: CustomerFilterBody | null) =>
  useQuery({
    queryKey: [...playgroundKeys.all(campaignId), "customer-count", customers],
    queryFn: ({ signal }) =>
      callApi<ImportReport>(campaignPath(campaignId, "leads"), {
        method: "POST",
        query: { dry_run: true },
        body: { customers },
        signal,
      }),
    enabled: customers !== null,
    // Customers order while somebody thinks.
    gcTime: 0,
  })

/** The most that the server gives at once. */
const MOST = 200

/** Reads leads by their ids, however many, when somebody asks for them. */
export const useReadLeads = (campaignId: string) =>
  useAction({
    mutationFn: async (ids: readonly string[]) => {
      const leads: Lead[] = []
      for (let at = 0; at < ids.length; at += MOST) {
        const query = { campaign_lead_ids: ids.slice(at, at + MOST).join(","), limit: MOST }
        leads.push(...(await fetchLeads(campaignId, query)).leads)
      }
      return new Map(leads.map((lead) => [lead.id, lead]))
    },
  })
