import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { Send } from "../entities/send"
import type { SuppressedValue } from "../sql/insert-suppressions"
import { readSuppressed } from "../suppressions/normalise-suppressed"
import { readUnsubscribeToken } from "./unsubscribe-token"

/** Whom a link is for. */
export interface UnsubscribeTarget {
  /** The lead's own; null: it has none. */
  language: string | null
  /** The address, or its hash where retention has taken it. */
  value: SuppressedValue
}

/** Null for a link that is not ours, or whose send is gone: nobody is told which. */
export async function findUnsubscribeTarget(
  manager: EntityManager,
  token: string,
  key: string
): Promise<UnsubscribeTarget | null> {
  const id = readUnsubscribeToken(token, key)
  if (!id) return null
  const send = await withoutParameters("read send", () => manager.findOneBy(Send, { id }))
  if (!send) return null
  const value = readSuppressed(send.recipient ?? `sha256:${send.recipient_hash}`)
  return value && { language: send.language, value }
}
