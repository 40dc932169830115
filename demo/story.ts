import { readFile } from "node:fs/promises"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { ApiClient } from "./api-client"
import type {
  BatchAnswer,
  DraftsAnswer,
  GenerateAnswer,
  ImportAnswer,
  LeadsAnswer,
  StatusAnswer,
} from "./api-types"
import { SENDER_PROFILE, toCampaign } from "./campaign"

const POLL_MS = 100
const DRAFT_WITHIN_MS = 60_000
const LEADS_PER_PAGE = 100

/** @returns the client, logged in */
export async function logIn(api: ApiClient, email: string, password: string): Promise<ApiClient> {
  const { token } = await api.post<{ token: string }>("/auth/user/emailpass", { email, password })
  return api.withToken(token)
}

/**
 * A sender profile and a three-step campaign that is written in its name.
 *
 * @param isTemplate the campaign's prompt is the mail itself, with placeholders; else the generator's
 *   own prompt is used
 */
export async function createCampaign(
  api: ApiClient,
  { isTemplate }: { isTemplate: boolean }
): Promise<{ id: string; name: string }> {
  const { sender_profile } = await api.post<{ sender_profile: { id: string } }>(
    "/api/v1/sender-profiles",
    SENDER_PROFILE
  )
  const { campaign } = await api.post<{ campaign: { id: string; name: string } }>(
    "/api/v1/campaigns",
    { ...toCampaign(sender_profile.id), ...(!isTemplate && { system_prompt: null }) }
  )
  return campaign
}

export async function importLeads(api: ApiClient, campaignId: string): Promise<ImportAnswer> {
  const csv = await readFile(path.join(__dirname, "leads.csv"))
  return api.postCsv(`/api/v1/campaigns/${campaignId}/leads?link_customers=true`, csv)
}

export function generateDrafts(
  api: ApiClient,
  campaignId: string,
  n_leads: number
): Promise<GenerateAnswer> {
  return api.post(`/api/v1/campaigns/${campaignId}/playground/generate`, { step_index: 1, n_leads })
}

/** Polls until no draft is outstanding, and hands each status to `onProgress`. */
export async function untilDrafted(
  api: ApiClient,
  campaignId: string,
  batchId: string,
  onProgress: (status: StatusAnswer) => void
): Promise<StatusAnswer> {
  const deadline = Date.now() + DRAFT_WITHIN_MS
  for (;;) {
    const status = await api.get<StatusAnswer>(
      `/api/v1/campaigns/${campaignId}/playground/status?batch_id=${batchId}`
    )
    onProgress(status)
    if (status.overall.pending + status.overall.running === 0) return status
    if (Date.now() > deadline) throw new Error("the drafts were not finished within 60 s")
    await sleep(POLL_MS)
  }
}

export async function listDrafts(
  api: ApiClient,
  campaignId: string,
  batchId: string
): Promise<DraftsAnswer["drafts"]> {
  const { drafts } = await api.get<DraftsAnswer>(
    `/api/v1/campaigns/${campaignId}/playground/drafts?batch_id=${batchId}`
  )
  return drafts
}

/** What a batch used and cost. */
export async function retrieveBatch(
  api: ApiClient,
  campaignId: string,
  batchId: string
): Promise<BatchAnswer["batch"]> {
  const { batch } = await api.get<BatchAnswer>(
    `/api/v1/campaigns/${campaignId}/playground/batches/${batchId}`
  )
  return batch
}

/** Who is behind a lead's id. */
export async function listAddresses(
  api: ApiClient,
  campaignId: string
): Promise<Map<string, string>> {
  const addresses = new Map<string, string>()
  for (;;) {
    const page = `offset=${addresses.size}&limit=${LEADS_PER_PAGE}`
    const { leads, count } = await api.get<LeadsAnswer>(
      `/api/v1/campaigns/${campaignId}/leads?${page}`
    )
    leads.forEach((lead) => addresses.set(lead.id, lead.email))
    if (leads.length === 0 || addresses.size >= count) return addresses
  }
}
