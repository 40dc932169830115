import { keepPreviousData, useQueries, useQuery, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { callApi, callApiNow } from "../lib/common/api"
import { ApiError } from "../lib/common/api-error"
import { campaignPath } from "../lib/common/campaign-path"
import { createIdempotencyKey } from "../lib/common/idempotency-key"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type {
  Evaluation,
  EvaluationDetail,
  EvaluationPage,
  EvaluationPreview,
  Thresholds,
} from "../lib/playground/evaluation-types"
import { useAction } from "./common/use-action"
import { testSetKeys } from "./use-test-sets"

const POLL_MS = 2_000

const keys = {
  all: (campaignId: string) => [...testSetKeys(campaignId), "evaluations"] as const,
  list: (campaignId: string, query: object) => [...keys.all(campaignId), "list", query] as const,
  one: (campaignId: string, id: string) => [...keys.all(campaignId), "one", id] as const,
}

const isPending = (evaluation: Pick<Evaluation, "status"> | undefined) =>
  evaluation?.status === "pending"

/** A page of what ran against a test set, newest first; asked again while something runs. */
export const useEvaluations = (
  campaignId: string,
  query: { test_set_id: string; offset: number; limit: number }
) =>
  useQuery({
    queryKey: keys.list(campaignId, query),
    queryFn: ({ signal }) =>
      callApi<EvaluationPage>(campaignPath(campaignId, "playground/evaluations"), {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => (state.data?.evaluations.some(isPending) ? POLL_MS : false),
  })

const fetchEvaluation = (campaignId: string, id: string, signal: AbortSignal) =>
  callApi<{ evaluation: EvaluationDetail }>(
    campaignPath(campaignId, `playground/evaluations/${id}`),
    { signal }
  )

/** One with its prompt's text, followed until it has ended. */
export const useEvaluation = (campaignId: string, id: string) =>
  useQuery({
    queryKey: keys.one(campaignId, id),
    queryFn: ({ signal }) => fetchEvaluation(campaignId, id, signal),
    select: ({ evaluation }) => evaluation,
    retry: isWorthRetrying,
    refetchInterval: ({ state }) => (isPending(state.data?.evaluation) ? POLL_MS : false),
  })

/** The texts of their prompts by `prompt_version_hash`, as far as they are read; each text once. */
export function useEvaluatedTexts(
  campaignId: string,
  evaluations: readonly Evaluation[]
): ReadonlyMap<string, string> {
  const first = new Map(evaluations.map(({ prompt_version_hash, id }) => [prompt_version_hash, id]))
  return useQueries({
    queries: [...first].map(([hash, id]) => ({
      queryKey: [...keys.all(campaignId), "text", hash],
      queryFn: async ({ signal }: { signal: AbortSignal }) => ({
        hash,
        text: (await fetchEvaluation(campaignId, id, signal)).evaluation.prompt,
      }),
      // A hash has one text for good.
      staleTime: Infinity,
      retry: isWorthRetrying,
    })),
    combine: (results) =>
      new Map(results.flatMap(({ data }) => (data ? [[data.hash, data.text] as const] : []))),
  })
}

export interface EvaluationBody {
  test_set_id: string
  step_index: number
  /** Absent, as `prompt_id`: what the campaign uses. */
  custom_prompt?: string
  prompt_id?: string
  thresholds: Thresholds
}

/** What a run would use, reckoned from the leads of its set. Null: nothing to ask about yet. */
export const useEvaluationPreview = (
  campaignId: string,
  body: Omit<EvaluationBody, "thresholds"> | null
) =>
  useQuery({
    queryKey: [...keys.all(campaignId), "preview", body],
    queryFn: ({ signal }) =>
      callApi<EvaluationPreview>(campaignPath(campaignId, "playground/evaluations/preview"), {
        method: "POST",
        body: { ...body },
        signal,
      }),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })

/** Runs a prompt against a test set. A click that repeats one without an answer makes no second run. */
export function useEvaluatePrompt(campaignId: string) {
  const queryClient = useQueryClient()
  const last = useRef<{ key: string; body: string } | null>(null)
  return useAction({
    mutationFn: (body: EvaluationBody) => {
      const text = JSON.stringify(body)
      if (last.current?.body !== text) last.current = { key: createIdempotencyKey(), body: text }
      return callApiNow<{ evaluation: EvaluationDetail }>(
        campaignPath(campaignId, "playground/evaluations"),
        { method: "POST", body, headers: { "Idempotency-Key": last.current.key } }
      )
    },
    onSettled: (_, error) => {
      // The server has answered: whatever comes later is a wish of its own.
      if (!error || error instanceof ApiError) last.current = null
      // Counts of runs stand beside the sets.
      void queryClient.invalidateQueries({ queryKey: testSetKeys(campaignId) })
    },
  })
}

/** Ends what is still being drafted for an evaluation. */
export function useCancelEvaluation(campaignId: string) {
  const queryClient = useQueryClient()
  return useAction({
    mutationFn: (batch_id: string) =>
      callApiNow<{ cancelled_count: number }>(campaignPath(campaignId, "playground/cancel"), {
        method: "POST",
        body: { batch_id },
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.all(campaignId) }),
  })
}
