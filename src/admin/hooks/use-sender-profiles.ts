import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { useAction } from "./common/use-action"
import { outreachKeys } from "../lib/outreach/query-keys"
import type {
  Campaign,
  SenderProfile,
  SenderProfileBody,
  SenderProfilePage,
} from "../lib/outreach/types"
import { playgroundKeys } from "../lib/playground/query-keys"

const PATH = "/api/v1/sender-profiles"

export const useSenderProfiles = (query: { q?: string; offset?: number; limit: number }) =>
  useQuery({
    queryKey: outreachKeys.senderProfiles(query),
    queryFn: ({ signal }) => callApi<SenderProfilePage>(PATH, { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
  })

/** Who signs the campaign's e-mails: the sender it names, else the default one; null: nobody. */
export const useSenderOf = ({ id, sender_profile_id }: Campaign) =>
  useQuery({
    queryKey: playgroundKeys.sender(id, sender_profile_id),
    queryFn: async ({ signal }) => {
      if (sender_profile_id === null) {
        const query = { limit: 200 }
        const { sender_profiles } = await callApi<SenderProfilePage>(PATH, { query, signal })
        return sender_profiles.find(({ is_default }) => is_default) ?? null
      }
      const path = `${PATH}/${sender_profile_id}`
      return (await callApi<{ sender_profile: SenderProfile }>(path, { signal })).sender_profile
    },
  })

/** Makes, changes and deletes sender profiles. */
export function useSenderProfileActions() {
  const queryClient = useQueryClient()
  const onSuccess = async () => {
    await queryClient.invalidateQueries({ queryKey: outreachKeys.allSenderProfiles })
    // A campaign may draft with this sender's prompt and facts, or have lost it.
    await queryClient.invalidateQueries({ queryKey: playgroundKeys.ofAll })
    await queryClient.invalidateQueries({ queryKey: outreachKeys.anyCampaign })
    await queryClient.invalidateQueries({ queryKey: outreachKeys.allCampaigns })
  }
  return {
    save: useAction({
      mutationFn: ({ id, body }: { id: string | null; body: SenderProfileBody }) =>
        callApiNow(`${PATH}${id ? `/${id}` : ""}`, {
          method: id ? "PATCH" : "POST",
          body: { ...body },
        }),
      onSuccess,
    }),
    remove: useAction({
      mutationFn: (id: string) => callApiNow(`${PATH}/${id}`, { method: "DELETE" }),
      onSuccess,
    }),
  }
}
