import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { callApi, callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { isWorthRetrying } from "../lib/common/is-worth-retrying"
import { outreachKeys } from "../lib/outreach/query-keys"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { NamedPromptDetail, NamedPromptPage } from "../lib/playground/verdict-types"
import { useAction } from "./common/use-action"

interface PromptAnswer {
  prompt: NamedPromptDetail
}

const keys = {
  all: (campaignId: string) => [...playgroundKeys.all(campaignId), "library"] as const,
  list: (campaignId: string, query: object) => [...keys.all(campaignId), "list", query] as const,
  one: (campaignId: string, id: string) => [...keys.all(campaignId), "one", id] as const,
}

const fetchPrompt = (campaignId: string, id: string, signal?: AbortSignal) =>
  callApi<PromptAnswer>(campaignPath(campaignId, `prompts/${id}`), { signal })

/** A page of the campaign's named prompts, the last changed first. */
export const useNamedPrompts = (
  campaignId: string,
  query: { archived?: boolean; offset: number; limit: number }
) =>
  useQuery({
    queryKey: keys.list(campaignId, query),
    queryFn: ({ signal }) =>
      callApi<NamedPromptPage>(campaignPath(campaignId, "prompts"), { query, signal }),
    placeholderData: keepPreviousData,
    retry: isWorthRetrying,
  })

/** A named prompt with all its versions and what they came to. */
export const useNamedPrompt = (campaignId: string, id: string) =>
  useQuery({
    queryKey: keys.one(campaignId, id),
    queryFn: ({ signal }) => fetchPrompt(campaignId, id, signal),
    select: ({ prompt }) => prompt,
    retry: isWorthRetrying,
    // Drafts of its versions may have been judged since.
    staleTime: 0,
  })

/** Reads a named prompt's current text when somebody asks for it. */
export const useReadNamedPrompt = (campaignId: string) =>
  useAction({
    mutationFn: async (id: string) => {
      const { versions } = (await fetchPrompt(campaignId, id)).prompt
      return versions.find(({ is_current }) => is_current)?.text ?? ""
    },
  })

/** Everything that a person does to the campaign's named prompts. */
export function usePromptActions(campaignId: string) {
  const queryClient = useQueryClient()
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.all(campaignId) })
  const path = (rest = "") => campaignPath(campaignId, `prompts${rest}`)
  const post = (rest: string, body: object) =>
    callApiNow<PromptAnswer>(path(rest), { method: "POST", body })
  return {
    create: useAction({
      mutationFn: (body: { name: string; text: string; note?: string }) => post("", body),
      onSuccess,
    }),
    /** A text that is a version already becomes the current one again. */
    saveVersion: useAction({
      mutationFn: ({ id, ...body }: { id: string; text: string; note?: string }) =>
        post(`/${id}/versions`, body),
      onSuccess,
    }),
    change: useAction({
      mutationFn: ({ id, ...body }: PromptChange) =>
        callApiNow<PromptAnswer>(path(`/${id}`), { method: "PATCH", body }),
      onSuccess,
    }),
    /** It becomes the campaign's own prompt, so everything that shows that is stale. */
    use: useAction({
      mutationFn: ({ id, hash }: { id: string; hash: string }) =>
        post(`/${id}/use`, { prompt_version_hash: hash }),
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) })
        await queryClient.invalidateQueries({ queryKey: outreachKeys.campaign(campaignId) })
      },
    }),
  }
}

interface PromptChange {
  id: string
  name?: string
  note?: string | null
  archived?: boolean
}

export type PromptActions = ReturnType<typeof usePromptActions>
