import { MedusaError } from "@medusajs/framework/utils"
import type * as AiModule from "ai"

/** The AI SDK. */
export type Ai = typeof AiModule

/** Optional peers of this package, with the versions that it is built for. */
const PEERS = { ai: "^6.0.0", "@ai-sdk/openai-compatible": "^2.0.0" } as const
type Peer = keyof typeof PEERS

// Imported when the first draft is written: a host that drafts without them need not have them.
export const loadAi = (): Promise<Ai> => import("ai")
export const loadOpenAICompatible = () => import("@ai-sdk/openai-compatible")

/**
 * Says what to install, where Node would say only that a module is missing.
 *
 * @param find throws when there is no such package
 * @throws MedusaError INVALID_DATA with the command to run
 */
export function assertInstalled(peers: Peer[], find: (peer: Peer) => unknown = findPeer): void {
  const missing = peers.filter((peer) => {
    try {
      find(peer)
      return false
    } catch {
      return true // Node's message names paths of the machine, ours the remedy.
    }
  })
  if (missing.length === 0) return
  const packages = missing.map((peer) => `"${peer}@${PEERS[peer]}"`).join(" ")
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Generator "ai-sdk": ${missing.join(" and ")} cannot be found. Run: npm install ${packages}`
  )
}

const findPeer = (peer: Peer) => require.resolve(peer)
