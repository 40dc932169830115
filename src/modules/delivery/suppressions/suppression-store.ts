import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { In, Like, MoreThan } from "../../../persistence/orm"
import { withoutParameters } from "../../../persistence/database-error"
import { LiftedSuppression } from "../entities/lifted-suppression"
import { Suppression } from "../entities/suppression"
import type { SuppressionReason } from "../types/dtos"
import { insertSuppressions, type AddedSuppression } from "../sql/insert-suppressions"
import { liftSuppression, type LiftSuppressionInput } from "../sql/lift-suppression"

/**
 * Adds what is not there yet and answers it; what is there keeps its first reason. Waits for mails that
 * are just being taken, so that once this has answered none is taken for these any more.
 */
export async function addSuppressions(
  manager: EntityManager,
  input: Parameters<typeof insertSuppressions>[1]
): Promise<AddedSuppression[]> {
  if (input.values.length === 0) return []
  return withoutParameters("add suppressions", () =>
    manager.transaction((transaction) => insertSuppressions(transaction, input))
  )
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
    manager.find(Suppression, {
      where: after === null ? {} : { id: MoreThan(after) },
      order: { id: "ASC" },
      take: limit,
    })
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
export async function deleteSuppression(
  manager: EntityManager,
  input: LiftSuppressionInput
): Promise<void> {
  const isLifted = await withoutParameters("lift suppression", () =>
    liftSuppression(manager, input)
  )
  if (isLifted) return
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no suppression ${input.id}.`)
}

/** What left the list, the last first, with how much there is. */
export async function listLiftedSuppressions(
  manager: EntityManager,
  { offset, limit }: { offset: number; limit: number }
): Promise<[LiftedSuppression[], number]> {
  return withoutParameters("list lifted suppressions", () =>
    manager.findAndCount(LiftedSuppression, {
      order: { lifted_at: "DESC", id: "DESC" },
      skip: offset,
      take: limit,
    })
  )
}
