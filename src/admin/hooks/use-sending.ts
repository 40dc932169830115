import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  SendingPreviewDTO,
  SendPageDTO,
  SendingSettingsDTO,
} from "../../modules/delivery/types/dtos"
import { callApi, callApiNow } from "../lib/common/api"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type { Serialized } from "../lib/common/serialized"
import { playgroundKeys } from "../lib/playground/query-keys"
import { useAction } from "./common/use-action"

export type SendingPreview = Serialized<SendingPreviewDTO>
export type SendingSettings = Serialized<SendingSettingsDTO>
export type SendPage = Serialized<SendPageDTO>
export type Resolution = "sent" | "send_again"

/** How often a page with mails on their way looks again, and one without, in ms. */
const BUSY_MS = 2_000
const IDLE_MS = 15_000

const keys = {
  all: (campaignId: string) => [...playgroundKeys.all(campaignId), "sending"] as const,
  preview: (campaignId: string, stepIndex: number) =>
    [...keys.all(campaignId), "preview", stepIndex] as const,
  settings: (campaignId: string) => [...keys.all(campaignId), "settings"] as const,
  unknown: (campaignId: string, stepIndex: number, count: number) =>
    [...keys.all(campaignId), "unknown", stepIndex, count] as const,
}

/** What Send would do for a step, and how its mails stand; kept fresh while any is on its way. */
export const useSendingPreview = (campaignId: string, stepIndex: number) =>
  useQuery({
    queryKey: keys.preview(campaignId, stepIndex),
    queryFn: ({ signal }) =>
      callApi<SendingPreview>(`/api/v1/campaigns/${campaignId}/sending/preview`, {
        query: { step_index: stepIndex },
        signal,
      }),
    retry: isWorthRetrying,
    // Drafts may have been approved since the tab was last open.
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const counts = state.data?.counts
      return counts && counts.scheduled + counts.in_flight > 0 ? BUSY_MS : IDLE_MS
    },
  })

/** How the campaign sends. */
export const useSendingSettings = (campaignId: string) =>
  useQuery({
    queryKey: keys.settings(campaignId),
    queryFn: ({ signal }) =>
      callApi<{ campaign: { sending: SendingSettings } }>(`/api/v1/campaigns/${campaignId}`, {
        signal,
      }),
    select: ({ campaign }) => campaign.sending,
    retry: isWorthRetrying,
  })

/**
 * The first mails of a step of which nobody knows whether they went.
 *
 * @param count how many there are by the preview: another count is read anew
 */
export const useUnknownSends = (campaignId: string, stepIndex: number, count: number) =>
  useQuery({
    queryKey: keys.unknown(campaignId, stepIndex, count),
    queryFn: ({ signal }) =>
      callApi<SendPage>(`/api/v1/campaigns/${campaignId}/sends`, {
        query: { status: "unknown", step_index: stepIndex, limit: 20 },
        signal,
      }),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
  })

/** Everything that a person does to a campaign's mails; what shows them is read again. */
export function useSendingActions(campaignId: string) {
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries({ queryKey: keys.all(campaignId) })
  const url = `/api/v1/campaigns/${campaignId}`
  return {
    send: useAction({
      mutationFn: (step_index: number) =>
        callApiNow<{ scheduled: number; undo_until: string | null }>(`${url}/sending`, {
          method: "POST",
          body: { step_index },
        }),
      onSettled,
    }),
    pauseOrResume: useAction({
      mutationFn: (action: "pause" | "resume") =>
        callApiNow<object>(`${url}/sending/${action}`, { method: "POST", body: {} }),
      onSettled,
    }),
    cancel: useAction({
      mutationFn: () =>
        callApiNow<{ cancelled_count: number }>(`${url}/sending/cancel`, {
          method: "POST",
          body: {},
        }),
      onSettled,
    }),
    resolve: useAction({
      mutationFn: ({ sendId, as }: { sendId: string; as: Resolution }) =>
        callApiNow<object>(`${url}/sends/${sendId}/resolve`, { method: "POST", body: { as } }),
      onSettled,
    }),
    saveFooter: useAction({
      mutationFn: (footer: string) =>
        callApiNow<object>(url, { method: "PATCH", body: { sending: { footer } } }),
      onSettled,
    }),
  }
}
