import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import type { TestSet, TestSetDetail, TestSetPage } from "../lib/playground/evaluation-types"
import { playgroundKeys } from "../lib/playground/query-keys"
import { useAction } from "./common/use-action"

/** Everything of test sets; what ran against them begins the same. */
export const testSetKeys = (campaignId: string) =>
  [...playgroundKeys.all(campaignId), "test-sets"] as const

/** A page of the campaign's test sets, newest first. */
export const useTestSets = (campaignId: string, query: { offset: number; limit: number }) =>
  useQuery({
    queryKey: [...testSetKeys(campaignId), "list", query],
    queryFn: ({ signal }) =>
      callApi<TestSetPage>(campaignPath(campaignId, "test-sets"), { query, signal }),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
  })

/** A test set with its leads. */
export const useTestSet = (campaignId: string, id: string) =>
  useQuery({
    queryKey: [...testSetKeys(campaignId), "one", id],
    queryFn: ({ signal }) =>
      callApi<{ test_set: TestSetDetail }>(campaignPath(campaignId, `test-sets/${id}`), { signal }),
    select: ({ test_set }) => test_set,
    retry: isWorthRetrying,
  })

/** Which leads a set is made of; by hand and sampled: of those of a step. */
export type TestSetBody = { name: string } & (
  | { campaign_lead_ids: readonly string[]; step_index: number }
  | { sample: { n: number }; step_index: number }
  | { bundled: "hostile" }
)

/** Makes and deletes test sets. */
export function useTestSetActions(campaignId: string) {
  const queryClient = useQueryClient()
  const forget = () => queryClient.invalidateQueries({ queryKey: testSetKeys(campaignId) })
  const path = campaignPath(campaignId, "test-sets")
  return {
    create: useAction({
      mutationFn: (body: TestSetBody) =>
        callApiNow<{ test_set: TestSet }>(path, { method: "POST", body }),
      onSuccess: forget,
    }),
    remove: useAction({
      mutationFn: (id: string) => callApiNow(`${path}/${id}`, { method: "DELETE" }),
      onSuccess: () => {
        queryClient.removeQueries({ queryKey: [...testSetKeys(campaignId), "one"] })
        return forget()
      },
    }),
  }
}
