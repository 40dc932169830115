import type { DraftRequest } from "../../../src/ports"

/** Ada, as a batch froze her. */
export const REQUEST: DraftRequest = {
  prompt: "Invite the lead to a demo.",
  instruction: { text: "Invite the lead to a demo.", facts: [] },
  campaign: { id: "c1", name: "Autumn", description: "Engines", system_prompt: "a secret prompt" },
  step: { step_index: 1, delay_days: 0, channel: "email", variant_label: "A" },
  sender: { id: "s1", profile_name: "Sales", custom_prompt: "sold", data: { name: "Charles" } },
  lead: {
    id: "0199f3a0-0000-7000-8000-000000000001",
    email: "ada@example.com",
    first_name: "Ada",
    last_name: "Lovelace",
    company: "Analytical Engines",
    title: null,
    attributes: {},
  },
}

/** The same request about a lead with other facts. */
export const about = (lead: Partial<DraftRequest["lead"]>): DraftRequest => ({
  ...REQUEST,
  lead: { ...REQUEST.lead, ...lead },
})
