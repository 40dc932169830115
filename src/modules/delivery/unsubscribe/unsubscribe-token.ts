import { createHmac, timingSafeEqual } from "node:crypto"

/** Bytes of the signature that the token carries: 128 bits, as many as nobody tries out. */
const SIGNATURE_BYTES = 16
const ID_BYTES = 16

/** Names what is signed, so that the key could sign something else as well. */
const PURPOSE = "unsubscribe:v1:"

/**
 * What stands in a link to unsubscribe: the send's id and an HMAC-SHA256 of it, 43 characters of
 * base64url. It names no address, and nobody makes one without the key.
 */
export function toUnsubscribeToken(sendId: string, key: string): string {
  const id = Buffer.from(sendId.replaceAll("-", ""), "hex")
  return Buffer.concat([id, sign(id, key)]).toString("base64url")
}

/** The send's id; null for anything that was not signed with the key. */
export function readUnsubscribeToken(token: string, key: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null
  const bytes = Buffer.from(token, "base64url")
  const id = bytes.subarray(0, ID_BYTES)
  if (!timingSafeEqual(bytes.subarray(ID_BYTES), sign(id, key))) return null
  const hex = id.toString("hex")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

const sign = (id: Buffer, key: string) =>
  createHmac("sha256", key).update(PURPOSE).update(id).digest().subarray(0, SIGNATURE_BYTES)
