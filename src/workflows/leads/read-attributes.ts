import type { CampaignSource } from "../../ports"

/** A campaign with more names than this is not checked for typos in its attributes. */
const MAX_NAMES = 1_000

/** Which attributes the campaign's leads have; null where the source does not say. */
export async function readAttributes(
  source: CampaignSource,
  campaign_id: string
): Promise<string[][] | null> {
  return (await source.listAttributePaths?.(campaign_id, MAX_NAMES)) ?? null
}
