import { domainToASCII, domainToUnicode } from "node:url"
import { MedusaError } from "@medusajs/framework/utils"
import type { SuppressedValue } from "../sql/insert-suppressions"

const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,255}$/
const DOMAIN = /^(?=.{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])$/u
const HASH = /^sha256:[0-9a-f]{64}$/

/**
 * Reads an address (`ada@example.com`), a domain (`example.com` or `@example.com`, which covers what is
 * below it), or the hash of an address that is no longer kept (`sha256:…`). International domains are
 * found under both of their spellings.
 *
 * @returns null for anything else
 */
export function readSuppressed(text: string): SuppressedValue | null {
  const given = text.trim().normalize("NFC").toLowerCase()
  if (HASH.test(given)) return { kind: "hash", value: given, keys: [given] }
  if (ADDRESS.test(given)) {
    const at = given.lastIndexOf("@")
    const local = given.slice(0, at)
    const spellings = spellingsOf(given.slice(at + 1))
    return { kind: "address", value: given, keys: spellings.map((domain) => `${local}@${domain}`) }
  }
  const domain = given.replace(/^@/, "").replace(/\.$/, "")
  // The whole of `com` is nobody's address book.
  if (!DOMAIN.test(domain) || !domain.includes(".") || domain.includes("..")) return null
  return { kind: "domain", value: domain, keys: spellingsOf(domain).map((name) => `@${name}`) }
}

/** @throws MedusaError INVALID_DATA */
export function parseSuppressed(text: string): SuppressedValue {
  const read = readSuppressed(text)
  if (read) return read
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Field 'value': expected an e-mail address or a domain, got: ${JSON.stringify(text.slice(0, 60))}`
  )
}

function spellingsOf(domain: string): string[] {
  const spellings = [domain, domainToASCII(domain), domainToUnicode(domain)]
  return [...new Set(spellings.filter(Boolean))]
}
