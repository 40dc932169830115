import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { ILike, In } from "../../persistence/orm"
import { SQLSTATE, DatabaseError, withoutParameters } from "../../persistence/database-error"
import { SenderProfile } from "./entities/sender-profile"
import { notFound, notStored } from "./not-found"
import { changesNothing, insertRow, updateRow } from "./sql/write-row"
import type { SenderProfileDTO, SenderProfileInput } from "./types/dtos"

/** Two admins may both make theirs the default: the unique index lets one in, the other tries again. */
const DEFAULT_RACE_TRIES = 5

export async function createSenderProfile(
  manager: EntityManager,
  input: SenderProfileInput
): Promise<SenderProfileDTO> {
  return inDefaultRace(manager, input, async (transaction) => {
    const profile = await insertRow<SenderProfileDTO>(transaction, "outreach_sender_profile", {
      ...input,
    })
    if (profile) return profile
    throw notStored("sender profile")
  })
}

export async function retrieveSenderProfile(
  manager: EntityManager,
  id: string
): Promise<SenderProfileDTO> {
  const profile = await withoutParameters("read sender profile", () =>
    manager.findOneBy(SenderProfile, { id })
  )
  if (profile) return profile
  throw notFound("sender profile", id)
}

export async function listSenderProfiles(
  manager: EntityManager,
  { q, offset, limit }: { q?: string; offset: number; limit: number }
): Promise<[SenderProfileDTO[], number]> {
  return withoutParameters("list sender profiles", () =>
    manager.findAndCount(SenderProfile, {
      ...(q && { where: { profile_name: ILike(`%${escapeLike(q)}%`) } }),
      order: { created_at: "DESC", id: "DESC" },
      skip: offset,
      take: limit,
    })
  )
}

export async function updateSenderProfile(
  manager: EntityManager,
  id: string,
  input: Partial<SenderProfileInput>
): Promise<SenderProfileDTO> {
  if (changesNothing(input)) return retrieveSenderProfile(manager, id)
  return inDefaultRace(manager, input, async (transaction) => {
    const profile = await updateRow<SenderProfileDTO>(
      transaction,
      "outreach_sender_profile",
      { id },
      { ...input }
    )
    if (profile) return profile
    throw notFound("sender profile", id)
  })
}

export async function deleteSenderProfile(manager: EntityManager, id: string): Promise<void> {
  const { affected } = await withoutParameters("delete sender profile", () =>
    manager.delete(SenderProfile, { id })
  )
  if (affected === 0) throw notFound("sender profile", id)
}

/** @throws MedusaError INVALID_DATA naming the field, for an id that names no profile */
export async function assertSenderProfiles(
  manager: EntityManager,
  named: { field: string; id: string }[]
): Promise<void> {
  if (named.length === 0) return
  const ids = named.map(({ id }) => id)
  const found = await manager.find(SenderProfile, { select: { id: true }, where: { id: In(ids) } })
  const known = new Set(found.map(({ id }) => id))
  const unknown = named.find(({ id }) => !known.has(id))
  if (!unknown) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Field '${unknown.field}': there is no sender profile ${unknown.id}`,
    "sender_gone"
  )
}

export const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&")

async function inDefaultRace<T>(
  manager: EntityManager,
  { is_default }: Partial<SenderProfileInput>,
  write: (transaction: EntityManager) => Promise<T>
): Promise<T> {
  for (let tryNumber = 1; ; tryNumber++) {
    try {
      return await withoutParameters("write sender profile", () =>
        manager.transaction(async (transaction) => {
          if (is_default) {
            await transaction.update(SenderProfile, { is_default: true }, { is_default: false })
          }
          return write(transaction)
        })
      )
    } catch (error) {
      const isRace = error instanceof DatabaseError && error.sqlState === SQLSTATE.uniqueViolation
      if (!isRace || tryNumber === DEFAULT_RACE_TRIES) throw error
    }
  }
}
