import { setTimeout as sleep } from "node:timers/promises"
import type { ApiClient } from "./api-client"
import type { ComparisonAnswer, GenerateAnswer, PairJudgingAnswer } from "./api-types"
import { untilDrafted } from "./story"

const POLL_MS = 100
const JUDGE_WITHIN_MS = 60_000
/** So many leads tell two prompts apart. */
const COMPARED = 40

/** Of the same leads, and of little that is known about them. */
const OTHER_PROMPT = `Subject: New goods

Hi there,

we have so many new goods for the holidays! May we tell you more? Or shall we send you samples?

{{ sender.name }}`

/** Drafts the first leads with another prompt than the campaign's. @returns the batch's id */
export async function draftOtherPrompt(api: ApiClient, campaignId: string): Promise<string> {
  const { batch_id } = await api.post<GenerateAnswer>(
    `/api/v1/campaigns/${campaignId}/playground/generate`,
    { step_index: 1, n_leads: COMPARED, custom_prompt: OTHER_PROMPT }
  )
  await untilDrafted(api, campaignId, batch_id, () => {})
  return batch_id
}

/** Has the judge compare both drafts of each lead that two batches share. */
export async function compareBatches(
  api: ApiClient,
  campaignId: string,
  batch_ids: readonly [first: string, second: string]
): Promise<ComparisonAnswer["comparison"]> {
  const url = `/api/v1/campaigns/${campaignId}`
  const { comparison } = await api.post<ComparisonAnswer>(`${url}/comparisons`, { batch_ids })
  const path = `${url}/comparisons/${comparison.id}`
  await api.post(`${path}/judge`, {})
  const deadline = Date.now() + JUDGE_WITHIN_MS
  for (;;) {
    const { counts } = await api.get<PairJudgingAnswer>(`${path}/judge`)
    if (counts.pending === 0) break
    if (Date.now() > deadline) throw new Error("the judge had not compared all within 60 s")
    await sleep(POLL_MS)
  }
  return (await api.get<ComparisonAnswer>(path)).comparison
}
