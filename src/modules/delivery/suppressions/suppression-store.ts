import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { In, Like } from "../../../persistence/orm"
import { withoutParameters } from "../../../persistence/database-error"
import { queryRows } from "../../../persistence/db"
import { Suppression } from "../entities/suppression"
import type { SuppressionReason } from "../types/dtos"
import { SUPPRESSIONS_LOCK } from "../sql/lock-campaign"
import type { SuppressedValue } from "./normalise-suppressed"

export interface AddSuppressionsInput {
  values: readonly (SuppressedValue & { reason: SuppressionReason })[]
  source: string
  /** The host's actor id; `system` where no person acted. */
  actor: string
}

/** A new suppression; without its value, which is for nobody's event bus. */
export type AddedSuppression = Pick<Suppression, "id" | "reason" | "source">

/**
 * Adds what is not there yet and answers it; what is there keeps its first reason. Waits for mails that
 * are just being taken, so that once this has answered none is taken for these any more.
 */
export async function addSuppressions(
  manager: EntityManager,
  { values, source, actor }: AddSuppressionsInput
): Promise<AddedSuppression[]> {
  if (values.length === 0) return []
  return withoutParameters("add suppressions", () =>
    manager.transaction(async (transaction) => {
      await transaction.query(`select pg_advisory_xact_lock($1)`, [SUPPRESSIONS_LOCK])
      return queryRows<AddedSuppression>(
        transaction,
        `with given as (
           select distinct on (given.kind, given.value) given.*
             from unnest($1::text[], $2::text[], $3::text[]) with ordinality
                  as given (kind, value, reason, place)
            order by given.kind, given.value, given.place
         ), added as (
           insert into delivery_suppression (kind, value, reason, source, created_by)
           select given.kind, given.value, given.reason, $4::text, $5::text from given
            order by given.kind, given.value
           on conflict (kind, value) do nothing
           returning id, kind, value, reason, source
         ), spelled as (
           insert into delivery_suppression_key (key, suppression_id)
           select spelling.key, added.id
             from unnest($6::text[], $7::text[], $8::text[]) as spelling (kind, value, key)
             join added on added.kind = spelling.kind and added.value = spelling.value
           on conflict (key) do nothing
         )
         select added.id, added.reason, added.source from added`,
        [
          values.map(({ kind }) => kind),
          values.map(({ value }) => value),
          values.map(({ reason }) => reason),
          source,
          actor,
          ...toSpellings(values),
        ]
      )
    })
  )
}

/** Kinds, values and keys, a row for each key. */
function toSpellings(values: readonly SuppressedValue[]): [string[], string[], string[]] {
  const rows = values.flatMap(({ kind, value, keys }) => keys.map((key) => ({ kind, value, key })))
  return [rows.map(({ kind }) => kind), rows.map(({ value }) => value), rows.map(({ key }) => key)]
}

export interface ListSuppressionsInput {
  /** Part of an address or a domain, whatever its case. */
  q: string | null
  reason: SuppressionReason | null
  offset: number
  limit: number
}

/** Newest first, with how many there are. */
export async function listSuppressions(
  manager: EntityManager,
  { q, reason, offset, limit }: ListSuppressionsInput
): Promise<[Suppression[], number]> {
  return withoutParameters("list suppressions", () =>
    manager.findAndCount(Suppression, {
      where: {
        ...(q && { value: Like(`%${q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`) }),
        ...(reason && { reason }),
      },
      order: { created_at: "DESC", id: "DESC" },
      skip: offset,
      take: limit,
    })
  )
}

/** A page in the order of ids, for reading all of them; empty at the end. */
export async function listSuppressionsAfter(
  manager: EntityManager,
  after: string | null,
  limit: number
): Promise<Suppression[]> {
  return withoutParameters("read suppressions", () =>
    queryRows<Suppression>(
      manager,
      `select suppression.* from delivery_suppression as suppression
        where $1::uuid is null or suppression.id > $1 order by suppression.id limit $2`,
      [after, limit]
    )
  )
}

export async function retrieveSuppressions(
  manager: EntityManager,
  ids: readonly string[]
): Promise<Suppression[]> {
  return withoutParameters("read suppressions", () =>
    manager.findBy(Suppression, { id: In([...ids]) })
  )
}

/** @throws MedusaError NOT_FOUND */
export async function deleteSuppression(manager: EntityManager, id: string): Promise<void> {
  const { affected } = await withoutParameters("delete suppression", () =>
    manager.delete(Suppression, { id })
  )
  if (affected !== 0) return
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no suppression ${id}.`)
}
