import { queryRows, type Db } from "../../../persistence/db"
import type { SuppressionKind, SuppressionReason } from "../types/dtos"
import { SUPPRESSIONS_LOCK } from "./lock-campaign"

/** Somebody to suppress, as it is stored, with every key under which it is looked for. */
export interface SuppressedValue {
  kind: SuppressionKind
  /** In lower case; a domain without an `@` before it. */
  value: string
  keys: string[]
}

/** A new suppression; without its value, which is for nobody's event bus. */
export interface AddedSuppression {
  id: string
  reason: SuppressionReason
  source: string
}

/**
 * Adds what is not there yet and answers it; what is there keeps its first reason. Must run inside a
 * transaction: it waits for mails that are just being taken.
 */
export async function insertSuppressions(
  transaction: Db,
  input: {
    values: readonly (SuppressedValue & { reason: SuppressionReason })[]
    source: string
    actor: string
  }
): Promise<AddedSuppression[]> {
  const { values, source, actor } = input
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
}

/** Kinds, values and keys, a row for each key. */
function toSpellings(values: readonly SuppressedValue[]): [string[], string[], string[]] {
  const rows = values.flatMap(({ kind, value, keys }) => keys.map((key) => ({ kind, value, key })))
  return [rows.map(({ kind }) => kind), rows.map(({ value }) => value), rows.map(({ key }) => key)]
}
