import { fillPrompt, type PromptScope } from "../../../src/modules/playground/prompts/render-prompt"

type LeadFacts = Partial<PromptScope["lead"]>

/** A lead of whom everything is known, a sender and a campaign; `lead` replaces what differs. */
export function scopeOf(lead: LeadFacts = {}, others: Partial<PromptScope> = {}): PromptScope {
  return {
    lead: {
      id: "0199f3a0-0000-7000-8000-000000000001",
      email: "ada@example.com",
      first_name: "Ada",
      last_name: "Lovelace",
      company: "Analytical Engines",
      title: "Countess",
      attributes: {},
      ...lead,
    },
    sender: { id: "s1", profile_name: "Sales", custom_prompt: null, data: { name: "Charles" } },
    campaign: { id: "c1", name: "Autumn", description: "Engines for all", system_prompt: null },
    ...others,
  }
}

/** The prompt with the values in their places. */
export const renderPrompt = (text: string, scope: PromptScope) => fillPrompt(text, scope).prompt
