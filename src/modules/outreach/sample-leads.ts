import { createHash } from "node:crypto"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../persistence/database-error"
import type { SampledLeadIdsPage, SampleLeadIdsInput } from "../../ports"
import { listSampledLeads } from "./sql/list-sampled-leads"

/** Bits of a sample key: as many as a lead's position may have. */
const KEY_BITS = 48
/** Before every key. */
const START = ""

/** Where on the ring of keys the sample of this seed begins, as zeros and ones. */
function startOf({ campaign_id, step_index, seed }: SampleLeadIdsInput): string {
  const hash = createHash("sha256").update(`${campaign_id}:${step_index}:${seed}`).digest("hex")
  return BigInt(`0x${hash.slice(0, KEY_BITS / 4)}`)
    .toString(2)
    .padStart(KEY_BITS, "0")
}

/**
 * The leads lie on a ring, in the order of their keys; the sample begins at a place that the seed
 * gives and goes round once. The cursor is `<round>:<key>`: round 0 ends at the last key, round 1 at
 * the place where the sample began.
 */
export async function sampleLeadIds(
  manager: EntityManager,
  input: SampleLeadIdsInput
): Promise<SampledLeadIdsPage> {
  const start = startOf(input)
  const [round = "0", key = start] = input.after?.split(":") ?? []
  const read = (after: string, until: string | null, limit: number) =>
    withoutParameters("sample leads", () =>
      listSampledLeads(manager, { ...input, after, until, limit })
    )
  const first = round === "0" ? await read(key, null, input.limit) : []
  const left = input.limit - first.length
  const second = left > 0 ? await read(round === "0" ? START : key, start, left) : []
  const rows = [...first, ...second]
  const last = rows.at(-1)
  const isFull = last !== undefined && rows.length === input.limit
  const next = isFull ? `${second.length > 0 ? 1 : 0}:${last.sample_key}` : null
  return { lead_ids: rows.map(({ id }) => id), next }
}
