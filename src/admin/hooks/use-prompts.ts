import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { callApi } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import { listPlaceholders } from "../lib/playground/placeholders"
import type { SelectionInput } from "../lib/playground/lead-selection"
import { playgroundKeys } from "../lib/playground/query-keys"
import { firstWords } from "../lib/playground/first-words"
import type { Batch, Campaign, Preview, PromptVersionPage } from "../lib/playground/types"
import { useLeadsById } from "./use-leads"
import { useSenderOf } from "./use-sender-profiles"

export type PreviewInput = SelectionInput & {
  step_index: number
  /** Absent: the first lead that the batch would draft for. */
  campaign_lead_id?: string
  /** Absent: the variant's, the campaign's, the sender's or the default prompt. */
  custom_prompt?: string
}

/** What generating would send and cost. Spends nothing, so it is asked again with each change. */
export const usePreview = (campaignId: string, input: PreviewInput | null) =>
  useQuery({
    queryKey: playgroundKeys.preview(campaignId, input ?? {}),
    queryFn: ({ signal }) =>
      callApi<Preview>(campaignPath(campaignId, "playground/preview"), {
        method: "POST",
        body: { ...input },
        signal,
      }),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })

/** What a prompt of the campaign may name: as the sender, one of the leads and the shop have it. */
export function usePlaceholders(campaign: Campaign, preview: Preview | undefined): string[] {
  const leadId = preview?.campaign_lead_id
  const { data: leads } = useLeadsById(campaign.id, leadId ? [leadId] : [])
  const { data: sender } = useSenderOf(campaign)
  return listPlaceholders({
    attributes: Object.keys(leads?.get(leadId ?? "")?.attributes ?? {}),
    senderFacts: Object.keys(sender?.sender_data ?? {}),
    customerFacts: preview?.customer_facts ?? [],
  })
}

/** The prompts that the campaign's batches had, with what came of each; the last used first. */
export const usePromptVersions = (
  campaignId: string,
  query: { step_index?: number; offset: number; limit: number }
) =>
  useQuery({
    queryKey: playgroundKeys.prompts(campaignId, query),
    queryFn: ({ signal }) =>
      callApi<PromptVersionPage>(campaignPath(campaignId, "playground/prompts"), {
        query,
        signal,
      }),
    placeholderData: keepPreviousData,
  })

/** So many prompts are known by their words; an older one by where it came from. */
const KNOWN = 100

/** What a batch's prompt is called: its first words. */
export function usePromptNames(campaignId: string): (batch: Batch) => string {
  const { t } = useTranslation("playground")
  const { data } = usePromptVersions(campaignId, { offset: 0, limit: KNOWN })
  return ({ prompt_version_hash, prompt_source }) => {
    const known = data?.prompts.find((prompt) => prompt.prompt_version_hash === prompt_version_hash)
    return known ? firstWords(known.prompt) : t(`promptSource.${prompt_source}`)
  }
}
