import type { MedusaContainer } from "@medusajs/framework/types"
import type { CampaignInput } from "../../modules/outreach"
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
  prompt: { text: string | null | undefined; source: "campaign" | "sender" | "variant" },
  campaign_id: string | null
): Promise<void> {
  const { text, source } = prompt
  if (!text || text.trim() === "") return
  const attributes = campaign_id
    ? await readAttributes(resolveCampaignSource(container), campaign_id)
    : null
  resolvePlayground(container).planner.assertPromptUsable({ text, source }, attributes ?? [])
}

/** The same for every prompt of a campaign. */
export async function assertPromptsUsable(
  container: MedusaContainer,
  { system_prompt, steps = [] }: Partial<CampaignInput>,
  campaign_id: string | null
): Promise<void> {
  await assertPromptUsable(container, { text: system_prompt, source: "campaign" }, campaign_id)
  for (const { prompt } of steps.flatMap(({ variants }) => variants)) {
    await assertPromptUsable(container, { text: prompt, source: "variant" }, campaign_id)
  }
}
