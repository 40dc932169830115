import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NamedSuppressionDTO, SuppressionDTO } from "../../../../modules/delivery"
import { readActorNames } from "../../../../workflows/common/actor-names"
import { resolveDelivery } from "../../../../workflows/common/resolve-modules"
import { readSuppressionLines, toCell } from "./csv"
import type { AddSuppressionsType, ListSuppressionsType } from "./validators"

interface SuppressionPage {
  suppressions: NamedSuppressionDTO[]
  count: number
  offset: number
  limit: number
}

interface AddedSuppressions {
  added: number
  /** They were there already. */
  skipped: number
  errors: { line: number; message: string }[]
}

const CHUNK = 1_000
const MAX_ERRORS = 100

/** A page of the list, newest first; all of it as CSV with `Accept: text/csv`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListSuppressionsType>,
  res: MedusaResponse<SuppressionPage>
) => {
  const delivery = resolveDelivery(req.scope)
  if (req.accepts(["json", "csv"]) === "csv") {
    res.setHeader("Content-Type", "text/csv; charset=utf-8")
    res.setHeader("Content-Disposition", 'attachment; filename="suppressions.csv"')
    await pipeline(toCsvLines(delivery.readSuppressions()), res)
    return
  }
  const { q = null, reason = null, offset, limit } = req.validatedQuery
  const [found, count] = await delivery.searchSuppressions({ q, reason, offset, limit })
  const names = await readActorNames(
    req.scope,
    found.map(({ created_by }) => created_by)
  )
  const suppressions = found.map((suppression) => ({
    ...suppression,
    created_by_name: names.get(suppression.created_by) ?? null,
  }))
  res.json({ suppressions, count, offset, limit })
}

async function* toCsvLines(suppressions: AsyncIterable<SuppressionDTO>): AsyncGenerator<string> {
  yield "value,reason,source,created_at\n"
  for await (const { value, reason, source, created_at } of suppressions) {
    const cells = [value, reason, source, created_at.toISOString()]
    yield `${cells.map(toCell).join(",")}\n`
  }
}

/** Adds addresses and domains, as JSON or as a stream of CSV. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AddSuppressionsType>,
  res: MedusaResponse<AddedSuppressions>
) => {
  const delivery = resolveDelivery(req.scope)
  const actor = req.auth_context.actor_id
  const total: AddedSuppressions = { added: 0, skipped: 0, errors: [] }
  const add = async (
    lines: { line: number; value: string; reason: SuppressionDTO["reason"] }[],
    source: string
  ) => {
    const { added, skipped, errors } = await delivery.addSuppressions({ lines, source, actor })
    total.added += added
    total.skipped += skipped
    total.errors.push(...errors.slice(0, MAX_ERRORS - total.errors.length))
  }
  if (!req.is("text/csv")) {
    await add(
      req.validatedBody.suppressions.map((entry, place) => ({ line: place + 1, ...entry })),
      "api"
    )
    res.json(total)
    return
  }
  let chunk: { line: number; value: string; reason: SuppressionDTO["reason"] }[] = []
  for await (const line of readSuppressionLines(req)) {
    chunk.push(line)
    if (chunk.length < CHUNK) continue
    await add(chunk, "csv")
    chunk = []
  }
  await add(chunk, "csv")
  res.json(total)
}
