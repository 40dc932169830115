import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { ReadMailDTO } from "../../modules/delivery/types/dtos"
import { callApi } from "../lib/common/api"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type { Serialized } from "../lib/common/serialized"

const PATH = "/api/v1/playground/outbox"
/** How often the list looks for mails that were sent in the meantime, in ms. */
const LOOK_AGAIN_MS = 10_000

/** One mail of the outbox, decoded. */
export type Mail = Serialized<ReadMailDTO>
/** The same in the list. */
export type ListedMail = Pick<Mail, "id" | "recipient" | "subject" | "created_at">

interface MailPage {
  mails: ListedMail[]
  count: number
}

interface OutboxQuery {
  /** Absent: of all campaigns, with tests. */
  campaign_id?: string
  offset: number
  limit: number
}

/** A page of what the outbox keeps, newest first. */
export const useOutbox = (query: OutboxQuery) =>
  useQuery({
    queryKey: ["outbox", query],
    queryFn: ({ signal }) => callApi<MailPage>(PATH, { query, signal }),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
    staleTime: 0,
    refetchInterval: LOOK_AGAIN_MS,
  })

/** One mail as it would arrive. It never changes. */
export const useOutboxMail = (id: string | null) =>
  useQuery({
    queryKey: ["outbox", "mail", id],
    queryFn: ({ signal }) => callApi<{ mail: Mail }>(`${PATH}/${id}`, { signal }),
    select: ({ mail }) => mail,
    enabled: id !== null,
    retry: isWorthRetrying,
    staleTime: Infinity,
  })
