import path from "node:path"
import type { BearerHeaders } from "../../../testing/admins"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "../playground/client"

export const NOBODY = "00000000-0000-4000-8000-000000000000"
export const FOOTER = "Northwind Ltd, 1 Main Street\nNo more mails: {{ unsubscribe_url }}"
export const SECRET = "a secret of the test"

const testing = (file: string) => path.resolve(__dirname, "../../../testing", file)

/** The host of the tests that send: every bundled transport, and a Notification Module with a provider. */
export const SENDING_HOST = {
  playground: {
    reconcileIntervalMs: 1_000,
    sending: {
      publicUrl: "https://shop.example/",
      mailEvents: { plain: SECRET },
      transports: [
        { resolve: testing("mail/late-smtp"), id: "smtp" },
        { resolve: "./src/providers/notification", options: { from: "shop@example.com" } },
      ],
      transport: "outbox",
    },
  },
  env: {
    EXTRA_MODULES: JSON.stringify([
      {
        resolve: "@medusajs/medusa/notification",
        options: {
          providers: [
            {
              resolve: testing("mail-notifications"),
              id: "mail",
              options: { channels: ["email"] },
            },
          ],
        },
      },
    ]),
  },
}

type Method = "get" | "post" | "patch" | "delete"

/** Calls of one campaign. */
export const campaignApi = (host: Host, campaign_id: string, headers: BearerHeaders) => {
  return (method: Method, path: string) =>
    host.request()[method](`/api/v1/campaigns/${campaign_id}${path}`).set(headers)
}

/** A campaign whose leads have an approved mail each, ready to be sent at once. */
export async function approvedCampaign(host: Host, headers: BearerHeaders, leads = 3) {
  const { campaign_id, lead_ids } = await createCampaign(host, { leads })
  const api = campaignApi(host, campaign_id, headers)
  await api("patch", "")
    .send({ status: "active", sending: { footer: FOOTER, undo_seconds: 0 } })
    .expect(200)
  const playground = playgroundOf(host, campaign_id, headers)
  const batch_id = await playground.generate({ n_leads: leads })
  await playground.finished(batch_id)
  const drafts = await playground.drafts(batch_id)
  await api("post", "/playground/approve")
    .send({ batch_id, draft_ids: drafts.map(({ id }) => id) })
    .expect(200)
  return { campaign_id, lead_ids, drafts, api }
}

export interface OutboxMail {
  id: string
  recipient: string
  eml: string
}

/** All mails of the outbox. */
export async function readOutbox(host: Host): Promise<OutboxMail[]> {
  const answer = await host
    .request()
    .get("/api/v1/playground/outbox?limit=200")
    .set(host.adminHeaders())
  return (answer.body as { mails: OutboxMail[] }).mails
}
