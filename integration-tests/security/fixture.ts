import { randomUUID } from "node:crypto"
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
  /** Of nothing. */
  send_id: string
  /** Of nothing. */
  suppression_id: string
  /** Of nothing. */
  mail_id: string
  step_index: string
  prompt_id: string
  comparison_id: string
  pair_id: string
  test_set_id: string
  evaluation_id: string
}

/** A campaign with two leads, two finished batches and their comparison, a named prompt, and a sender. */
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
  const post = async (path: string, body: object) =>
    (
      await host
        .request()
        .post(`/api/v1/campaigns/${campaign_id}/${path}`)
        .set(headers)
        .send(body)
        .expect(200)
    ).body
  const { test_set } = await post("test-sets", { name: "One", campaign_lead_ids: lead_ids })
  const evaluated = await playground
    .post("evaluations", { test_set_id: test_set.id, step_index: 1 })
    .expect(202)
  await playground.finished(String(evaluated.body.evaluation.batch_id))
  // Settled by the first look: later ones are to change nothing.
  await playground.get(`evaluations/${evaluated.body.evaluation.id}`).expect(200)
  const { prompt } = await post("prompts", { name: "First", text: "Write." })
  const { comparison } = await post("comparisons", { batch_ids: [batch_id, other_batch_id] })
  const next = await host
    .request()
    .get(`/api/v1/campaigns/${campaign_id}/comparisons/${comparison.id}/next`)
    .set(headers)
    .expect(200)
  return {
    campaign_id,
    prompt_id: String(prompt.id),
    comparison_id: String(comparison.id),
    test_set_id: String(test_set.id),
    evaluation_id: String(evaluated.body.evaluation.id),
    pair_id: String(next.body.pair.pair_id),
    campaign_lead_id: lead_ids[0] ?? "",
    batch_id,
    other_batch_id,
    draft_id: draft?.id ?? "",
    other_draft_id: other?.id ?? "",
    sender_profile_id: String(sender.body.sender_profile.id),
    send_id: randomUUID(),
    suppression_id: randomUUID(),
    mail_id: randomUUID(),
    step_index: "1",
  }
}
