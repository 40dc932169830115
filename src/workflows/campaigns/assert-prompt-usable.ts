import type { MedusaContainer } from "@medusajs/framework/types"
import { readAttributes } from "../leads/read-attributes"
import { resolveCampaignSource, resolvePlayground } from "../common/resolve-modules"

/**
 * Refuses a prompt that could never run, before it is stored. Null and blank are no prompt.
 *
 * @param campaign_id whose leads' attributes count as known; null: there are no leads yet
 * @throws InvalidPromptError
 */
export async function assertPromptUsable(
  container: MedusaContainer,
  prompt: { text: string | null | undefined; source: "campaign" | "sender" },
  campaign_id: string | null
): Promise<void> {
  const { text, source } = prompt
  if (!text || text.trim() === "") return
  const attributes = campaign_id
    ? await readAttributes(resolveCampaignSource(container), campaign_id)
    : null
  resolvePlayground(container).assertPromptUsable({ text, source }, attributes ?? [])
}
