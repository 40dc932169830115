import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  NamedSendingEventDTO,
  SendDTO,
  SendingPreviewDTO,
  SendPageDTO,
  SendingSettingsDTO,
  TransportDTO,
} from "../../modules/delivery/types/dtos"
import { callApi, callApiNow } from "../lib/common/api"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type { Serialized } from "../lib/common/serialized"
import { outreachKeys } from "../lib/outreach/query-keys"
import { playgroundKeys } from "../lib/playground/query-keys"
import { useAction } from "./common/use-action"

export type SendingPreview = Serialized<SendingPreviewDTO>
export type SendingSettings = Serialized<SendingSettingsDTO>
export type SendPage = Serialized<SendPageDTO>
export type Send = Serialized<SendDTO>
export type SendStatus = Send["status"]
export type SendingEvent = Serialized<NamedSendingEventDTO>
export type Resolution = "sent" | "send_again"

/** How often a page with mails on their way looks again, and one without, in ms. */
const BUSY_MS = 2_000
const IDLE_MS = 15_000

const keys = {
  all: (campaignId: string) => [...playgroundKeys.all(campaignId), "sending"] as const,
  preview: (campaignId: string, stepIndex: number) =>
    [...keys.all(campaignId), "preview", stepIndex] as const,
  settings: (campaignId: string) => [...keys.all(campaignId), "settings"] as const,
  sends: (campaignId: string, query: object) => [...keys.all(campaignId), "sends", query] as const,
  history: (campaignId: string, query: object) =>
    [...keys.all(campaignId), "history", query] as const,
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

interface SendsQuery {
  status?: SendStatus
  step_index: number
  offset?: number
  limit: number
}

/**
 * A page of a step's mails, the next to go first.
 *
 * @param counts how many there are of each status by the preview: other counts are read anew
 */
export const useSends = (campaignId: string, query: SendsQuery, counts: SendingPreview["counts"]) =>
  useQuery({
    queryKey: keys.sends(campaignId, { ...query, counts }),
    queryFn: ({ signal }) =>
      callApi<SendPage>(`/api/v1/campaigns/${campaignId}/sends`, { query, signal }),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
    staleTime: 0,
  })

/** A page of who did what to the campaign's sending, newest first; read anew with each deed. */
export const useSendingHistory = (campaignId: string, query: { offset: number; limit: number }) =>
  useQuery({
    queryKey: keys.history(campaignId, query),
    queryFn: ({ signal }) =>
      callApi<{ history: SendingEvent[]; count: number }>(
        `/api/v1/campaigns/${campaignId}/sending/history`,
        { query, signal }
      ),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
    staleTime: 0,
    // Others work here too.
    refetchInterval: IDLE_MS,
  })

/** What campaigns may send by. */
export const useTransports = () =>
  useQuery({
    queryKey: ["transports"],
    queryFn: ({ signal }) =>
      callApi<{ transports: TransportDTO[] }>("/api/v1/playground/transports", { signal }),
    select: ({ transports }) => transports,
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
    saveSettings: useAction({
      mutationFn: (sending: Partial<SendingSettings>) =>
        callApiNow<object>(url, { method: "PATCH", body: { sending } }),
      onSettled,
    }),
    activate: useAction({
      mutationFn: () => callApiNow<object>(url, { method: "PATCH", body: { status: "active" } }),
      onSettled: async () => {
        await queryClient.invalidateQueries({ queryKey: outreachKeys.campaign(campaignId) })
        await queryClient.invalidateQueries({ queryKey: outreachKeys.allCampaigns })
        await onSettled()
      },
    }),
  }
}
