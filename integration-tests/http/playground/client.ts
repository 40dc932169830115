import type { Response, Test } from "supertest"
import type { DraftDTO, DraftBatchStatusDTO } from "../../../src/modules/playground"
import { eventually } from "../../../testing/eventually"
import type { Host } from "../../../testing/host-suite"
import type { BearerHeaders } from "../../../testing/admins"

const WITHIN_MS = 90_000

/** Absolute path of the generator that does what the prompt says. */
export const TEST_GENERATOR = require.resolve("../../../testing/test-generator")

/** What a test calls of one campaign's playground. */
export interface PlaygroundClient {
  url(path: string): string
  get(path: string): Test
  post(path: string, body?: object): Test
  /** Generates, and answers the batch's id. */
  generate(body?: object): Promise<string>
  status(batchId: string): Promise<DraftBatchStatusDTO>
  drafts(batchId: string): Promise<DraftDTO[]>
  /** Waits until nothing of the batch is pending or running. */
  finished(batchId: string): Promise<DraftBatchStatusDTO>
  /** Waits until that many of its leads are in that status. */
  reached(
    batchId: string,
    status: keyof DraftBatchStatusDTO["overall"],
    atLeast: number
  ): Promise<DraftBatchStatusDTO>
}

export function playgroundOf(
  host: Host,
  campaignId: string,
  headers: BearerHeaders = host.adminHeaders()
): PlaygroundClient {
  const url = (path: string) => `/api/v1/campaigns/${campaignId}/playground/${path}`
  const client: PlaygroundClient = {
    url,
    get: (path) => host.request().get(url(path)).set(headers),
    post: (path, body = {}) => host.request().post(url(path)).set(headers).send(body),
    generate: async (body = {}) => {
      const answer = await client.post("generate", { step_index: 1, ...body }).expect(accepted)
      return String(answer.body.batch_id)
    },
    status: async (batchId) =>
      (await client.get(`status?batch_id=${batchId}`).expect(200)).body as DraftBatchStatusDTO,
    drafts: async (batchId) =>
      (await client.get(`drafts?batch_id=${batchId}`).expect(200)).body.drafts as DraftDTO[],
    finished: (batchId) =>
      statusWhen(
        (status) => status.status !== "running",
        () => client.status(batchId),
        `batch ${batchId} comes to its end`
      ),
    reached: (batchId, name, atLeast) =>
      statusWhen(
        (status) => status.overall[name] >= atLeast,
        () => client.status(batchId),
        `${atLeast} leads of batch ${batchId} are ${name}`
      ),
  }
  return client
}

async function statusWhen(
  isThere: (status: DraftBatchStatusDTO) => boolean,
  read: () => Promise<DraftBatchStatusDTO>,
  because: string
): Promise<DraftBatchStatusDTO> {
  let status = await read()
  const poll = async () => isThere((status = await read()))
  await eventually(poll, { withinMs: WITHIN_MS, because })
  return status
}

/** Says in the failure what came instead of a 202. */
export function accepted(answer: Response): void {
  if (answer.status !== 202) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
}
