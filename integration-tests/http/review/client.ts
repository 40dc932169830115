import type { Response } from "supertest"
import type { DraftDTO } from "../../../src/modules/playground"
import type { BearerHeaders } from "../../../testing/admins"
import type { Host } from "../../../testing/host-suite"
import { createCampaign, type OutreachFixture } from "../../../testing/outreach-fixtures"
import { playgroundOf } from "../playground/client"

/** A campaign whose drafts are there, and how to review them. */
export interface Review extends OutreachFixture {
  batch_id: string
  /** In lead order. */
  drafts: DraftDTO[]
  readDrafts(): Promise<DraftDTO[]>
  /** Below `/api/v1/campaigns/{campaign_id}/`. */
  post(path: string, body?: object, headers?: BearerHeaders): Promise<Response>
  get(path: string): Promise<Response>
  patch(path: string, body: object): Promise<Response>
  remove(path: string): Promise<Response>
  /** Approves a draft as it is, changed by `body`. */
  approve(draft: DraftDTO, body?: object): Promise<Response>
}

/** A campaign of `leads`, drafted for step 1. */
export async function reviewOf(host: Host, leads = 3): Promise<Review> {
  const fixture = await createCampaign(host, { leads })
  const playground = playgroundOf(host, fixture.campaign_id)
  const batch_id = await playground.generate()
  await playground.finished(batch_id)
  const url = (path: string) => `/api/v1/campaigns/${fixture.campaign_id}/${path}`
  const post = (path: string, body: object = {}, headers = host.adminHeaders()) =>
    host.request().post(url(path)).set(headers).send(body).then()
  return {
    ...fixture,
    batch_id,
    drafts: await playground.drafts(batch_id),
    readDrafts: () => playground.drafts(batch_id),
    post,
    get: (path) => host.request().get(url(path)).set(host.adminHeaders()).then(),
    patch: (path, body) =>
      host.request().patch(url(path)).set(host.adminHeaders()).send(body).then(),
    remove: (path) => host.request().delete(url(path)).set(host.adminHeaders()).then(),
    approve: ({ id, campaign_lead_id, step_index, subject, body }, changes = {}) =>
      post(`leads/${campaign_lead_id}/approve`, {
        step_index,
        subject,
        body,
        draft_id: id,
        ...changes,
      }),
  }
}

/** The only member of a list that must have one. */
export function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) throw new Error("the list is empty")
  return item
}
