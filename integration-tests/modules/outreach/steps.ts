import type { CampaignStepDTO, StepVariantDTO } from "../../../src/modules/outreach"

export const personalised = (label: string, weight = 1): StepVariantDTO => ({
  label,
  weight,
  type: "PERSONALIZATION",
  template: null,
  sender_profile_id: null,
})

export const templated = (label: string, weight = 1): StepVariantDTO => ({
  label,
  weight,
  type: "TEMPLATE",
  template: { subject: "Hello", body: "How are you?" },
  sender_profile_id: null,
})

export const toStep = (step_index: number, ...variants: StepVariantDTO[]): CampaignStepDTO => ({
  step_index,
  delay_days: 3,
  channel: "email",
  variants,
})

/** Leads that differ in their address alone. */
export const numberedLeads = (count: number, from = 0) =>
  Array.from({ length: count }, (_, place) => ({ email: `lead-${from + place}@example.com` }))
