import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NamedSendingEventDTO } from "../../../../../../../modules/delivery"
import { retrieveCampaign } from "../../../../../../../workflows/campaigns/steps/retrieve-campaign"
import { readActorNames } from "../../../../../../../workflows/common/actor-names"
import { resolveDelivery } from "../../../../../../../workflows/common/resolve-modules"
import { uuidParam } from "../../../../../../utils/path-param"
import type { ListSendingHistoryType } from "../validators"

interface HistoryPage {
  history: NamedSendingEventDTO[]
  count: number
  offset: number
  limit: number
}

/** A page of who did what to the campaign's sending, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListSendingHistoryType>,
  res: MedusaResponse<HistoryPage>
) => {
  const campaign_id = uuidParam(req, "campaign_id")
  await retrieveCampaign(req.scope, campaign_id)
  const { offset, limit } = req.validatedQuery
  const input = { campaign_id, offset, limit }
  const [events, count] = await resolveDelivery(req.scope).listSendingHistory(input)
  const names = await readActorNames(
    req.scope,
    events.map(({ actor }) => actor)
  )
  const history = events.map((event) => ({ ...event, actor_name: names.get(event.actor) ?? null }))
  res.json({ history, count, offset, limit })
}
