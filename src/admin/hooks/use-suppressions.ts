import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  NamedLiftedSuppressionDTO,
  NamedSuppressionDTO,
  SuppressionReason,
} from "../../modules/delivery/types/dtos"
import { callApi, callApiNow, readFile } from "../lib/common/api"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type { Serialized } from "../lib/common/serialized"
import { playgroundKeys } from "../lib/playground/query-keys"
import { useAction } from "./common/use-action"

const PATH = "/api/v1/suppressions"
const ALL = ["suppressions"] as const

export type Suppression = Serialized<NamedSuppressionDTO>
export type LiftedSuppression = Serialized<NamedLiftedSuppressionDTO>

interface SuppressionQuery {
  q?: string
  reason?: SuppressionReason
  offset: number
  limit: number
}

/** What came of adding many; lines count from 1. */
export interface SuppressionReport {
  added: number
  /** They were there already. */
  skipped: number
  /** What is neither an address nor a domain. */
  errors: { line: number }[]
}

/** A page of whom the shop never writes to, newest first. */
export const useSuppressions = (query: SuppressionQuery) =>
  useQuery({
    queryKey: [...ALL, query],
    queryFn: ({ signal }) =>
      callApi<{ suppressions: Suppression[]; count: number }>(PATH, { query, signal }),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
    // Recipients unsubscribe at any time.
    staleTime: 0,
  })

/** A page of what people took off the list, the last first. */
export const useLiftedSuppressions = (query: { offset: number; limit: number }) =>
  useQuery({
    queryKey: [...ALL, "lifted", query],
    queryFn: ({ signal }) =>
      callApi<{ lifted: LiftedSuppression[]; count: number }>(`${PATH}/lifted`, { query, signal }),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
    staleTime: 0,
  })

/** Adds, deletes, and reads or writes all of them as a file. */
export function useSuppressionActions() {
  const queryClient = useQueryClient()
  const onSettled = async () => {
    await queryClient.invalidateQueries({ queryKey: ALL })
    // Who is held back is another question now.
    await queryClient.invalidateQueries({ queryKey: playgroundKeys.ofAll })
  }
  return {
    add: useAction({
      mutationFn: ({ values, reason }: { values: string[]; reason: SuppressionReason }) =>
        callApiNow<SuppressionReport>(PATH, {
          method: "POST",
          body: { suppressions: values.map((value) => ({ value, reason })) },
        }),
      onSettled,
    }),
    importFile: useAction({
      // However a system calls the file's type. A long list may take a while.
      mutationFn: (file: File) =>
        callApi<SuppressionReport>(PATH, {
          method: "POST",
          body: new Blob([file], { type: "text/csv" }),
          headers: { "content-type": "text/csv" },
        }),
      onSettled,
    }),
    exportFile: useAction({
      // With a byte order mark, which Excel needs.
      mutationFn: async () => new Blob(["\ufeff", await readFile(PATH, "text/csv")]),
    }),
    remove: useAction({
      mutationFn: ({ id, note }: { id: string; note: string }) =>
        callApiNow(`${PATH}/${id}`, { method: "DELETE", body: { note } }),
      onSettled,
    }),
  }
}
