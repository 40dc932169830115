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

/** The sender that a campaign names; no data where it names none. */
export const useSenderOf = ({ id, sender_profile_id }: Campaign) =>
  useQuery({
    queryKey: playgroundKeys.sender(id, sender_profile_id),
    queryFn: ({ signal }) =>
      callApi<{ sender_profile: SenderProfile }>(`${PATH}/${sender_profile_id}`, {
        signal,
      }),
    select: ({ sender_profile }) => sender_profile,
    enabled: sender_profile_id !== null,
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
