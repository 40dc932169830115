import type { Host } from "../../testing/host-suite"
import { createCampaign } from "../../testing/outreach-fixtures"
import { playgroundOf } from "../http/playground/client"

/** What the path, query and body of a call may name: all of it is there, and of one campaign. */
export interface Ids {
  campaign_id: string
  campaign_lead_id: string
  batch_id: string
  other_batch_id: string
  draft_id: string
  other_draft_id: string
  sender_profile_id: string
  step_index: string
}

/** A campaign with two leads, two finished batches and a sender. */
export async function createEverything(host: Host, headers = host.adminHeaders()): Promise<Ids> {
  const { campaign_id, lead_ids } = await createCampaign(host, { leads: 2 })
  const playground = playgroundOf(host, campaign_id, headers)
  const batch_id = await playground.generate()
  const other_batch_id = await playground.generate()
  await playground.finished(batch_id)
  await playground.finished(other_batch_id)
  const [draft, other] = await playground.drafts(batch_id)
  const sender = await host
    .request()
    .post("/api/v1/sender-profiles")
    .set(headers)
    .send({ profile_name: "Ada" })
    .expect(200)
  return {
    campaign_id,
    campaign_lead_id: lead_ids[0] ?? "",
    batch_id,
    other_batch_id,
    draft_id: draft?.id ?? "",
    other_draft_id: other?.id ?? "",
    sender_profile_id: String(sender.body.sender_profile.id),
    step_index: "1",
  }
}
