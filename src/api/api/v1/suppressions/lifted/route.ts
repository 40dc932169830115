import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NamedLiftedSuppressionDTO } from "../../../../../modules/delivery"
import { readActorNames } from "../../../../../workflows/common/actor-names"
import { resolveDelivery } from "../../../../../workflows/common/resolve-modules"
import type { ListLiftedSuppressionsType } from "../validators"

interface LiftedSuppressionPage {
  lifted: NamedLiftedSuppressionDTO[]
  count: number
  offset: number
  limit: number
}

/** A page of what people took off the list, the last first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListLiftedSuppressionsType>,
  res: MedusaResponse<LiftedSuppressionPage>
) => {
  const { offset, limit } = req.validatedQuery
  const [found, count] = await resolveDelivery(req.scope).listLiftedSuppressions({ offset, limit })
  const names = await readActorNames(
    req.scope,
    found.flatMap(({ created_by, lifted_by }) => [created_by, lifted_by])
  )
  const lifted = found.map((suppression) => ({
    ...suppression,
    created_by_name: names.get(suppression.created_by) ?? null,
    lifted_by_name: names.get(suppression.lifted_by) ?? null,
  }))
  res.json({ lifted, count, offset, limit })
}
