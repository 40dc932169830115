import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  isTerminal,
  PLAYGROUND_MODULE,
  type DraftBatchStatusDTO,
  type PlaygroundModuleService,
} from "../../../../../../../modules/playground"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { uuidParam } from "../../../../../../utils/path-param"
import { openEventStream, type EventStream } from "./event-stream"
import { EventCursor } from "./event-cursor"
import type { FollowDraftBatchType } from "./validators"

/**
 * Follows a batch as Server-Sent Events: `draft` once for each lead that is done, `progress`
 * with the counts and remarks, `done` at the end. Works whichever process does the work.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, FollowDraftBatchType>,
  res: MedusaResponse
) => {
  const campaign = await retrieveCampaign(req.scope, uuidParam(req, "campaign_id"))
  const playground = req.scope.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  const { batch_id } = req.validatedQuery
  const { overall } = await playground.retrieveBatchStatus(campaign.id, batch_id)

  const told = EventCursor.parse(req.get("Last-Event-ID"), overall.total)
  let stop = () => {}
  const stream = openEventStream(res, () => stop())
  stop = playground.watchDraftBatch(campaign.id, batch_id, {
    onState: (state) => tell(stream, told, state),
    onClose: () => stream.end(),
  })
  if (res.writableEnded || res.closed) stop()
}

function tell(stream: EventStream, told: EventCursor, state: DraftBatchStatusDTO): void {
  state.per_lead.forEach((lead, place) => {
    const isOpen = lead.status === "pending" || lead.status === "running"
    if (isOpen) told.remove(place)
    if (isOpen || told.has(place)) return
    told.add(place)
    stream.send({ event: "draft", id: told.toString(), data: lead })
  })
  const { campaign_id, batch_id, status, overall } = state
  const { stop_reason, stop_message, stop_params, notices, waiting_until } = state
  const remarks = { stop_reason, stop_message, stop_params, notices, waiting_until }
  const progress = { campaign_id, batch_id, status, overall, ...remarks }
  stream.send({ event: "progress", id: told.toString(), data: progress })
  if (!isTerminal(overall)) return
  stream.send({ event: "done", id: told.toString(), data: progress })
  stream.end()
}
