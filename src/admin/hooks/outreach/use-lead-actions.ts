import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { ImportReport, LeadBody } from "../../lib/outreach/types"
import { campaignPath } from "../../lib/playground/path"
import { playgroundKeys } from "../../lib/playground/query-keys"
import { sdk } from "../../lib/sdk"

/** Where leads come from. */
export type LeadSource = { leads: LeadBody[] } | { customer_group_id: string } | { csv: File }

/** Adds, changes and deletes leads of a campaign. */
export function useLeadActions(campaignId: string) {
  const queryClient = useQueryClient()
  const onSuccess = () =>
    queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) })
  const path = campaignPath(campaignId, "leads")
  return {
    add: useMutation({
      mutationFn: (source: LeadSource) =>
        sdk.client.fetch<ImportReport>(path, {
          method: "POST",
          // The client writes what is no JSON as it is: a file is streamed.
          ...("csv" in source
            ? { body: source.csv, headers: { "content-type": "text/csv" } }
            : { body: { ...source } }),
        }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, body }: { id: string; body: LeadBody }) =>
        sdk.client.fetch(`${path}/${id}`, { method: "PATCH", body: { ...body } }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => sdk.client.fetch(`${path}/${id}`, { method: "DELETE" }),
      onSuccess,
    }),
  }
}
