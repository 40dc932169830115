import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { useAction } from "./common/use-action"
import { callApi } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import type { ImportChoices, ImportPlan, ImportReport } from "../lib/outreach/import-types"
import { playgroundKeys } from "../lib/playground/query-keys"
import type { LeadPage } from "../lib/playground/types"

const POLL_MS = 1_000

const toQuery = ({ map, isUpdate, isLink }: ImportChoices) => ({
  ...(Object.keys(map).length > 0 && { map: JSON.stringify(map) }),
  on_existing: isUpdate ? "update" : "skip",
  link_customers: String(isLink),
})

function upload<Answer>(
  campaignId: string,
  file: File,
  query: Record<string, string>,
  signal?: AbortSignal
): Promise<Answer> {
  return callApi<Answer>(campaignPath(campaignId, "leads"), {
    method: "POST",
    query,
    body: file,
    headers: { "content-type": "text/csv" },
    signal,
  })
}

/** What an import of this file would come to; anew with every choice. */
export const useImportPlan = (campaignId: string, file: File, choices: ImportChoices) =>
  useQuery({
    queryKey: [
      ...playgroundKeys.all(campaignId),
      "import-plan",
      file.name,
      file.size,
      file.lastModified,
      choices,
    ],
    queryFn: ({ signal }) =>
      upload<ImportPlan>(campaignId, file, { ...toQuery(choices), dry_run: "true" }, signal),
    placeholderData: keepPreviousData,
    retry: false,
    // Without a network it fails and says so, instead of waiting for one.
    networkMode: "always",
    // The file does not change, and a look at another window is no reason to send it again.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })

export function useFileImport(campaignId: string) {
  const queryClient = useQueryClient()
  return useAction({
    mutationFn: ({ file, ...choices }: ImportChoices & { file: File }) =>
      upload<ImportReport>(campaignId, file, toQuery(choices)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: playgroundKeys.all(campaignId) }),
  })
}

/** How many leads the campaign has, while they become more. */
export const useGrowingCount = (campaignId: string, isGrowing: boolean) =>
  useQuery({
    queryKey: [...playgroundKeys.all(campaignId), "lead-count"],
    queryFn: ({ signal }) =>
      callApi<LeadPage>(campaignPath(campaignId, "leads"), {
        query: { limit: 1 },
        signal,
      }),
    select: ({ count }) => count,
    enabled: isGrowing,
    refetchInterval: isGrowing && POLL_MS,
  })
