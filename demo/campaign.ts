/**
 * Every placeholder has a fallback but `lead.title`: the few leads without a title fail, each with a
 * reason that names the field, and the others are drafted all the same.
 */
const SYSTEM_PROMPT = `Subject: {{ lead.first_name | default: "Hello" }}, something new for {{ lead.company | default: "your shop" }}

Hi {{ lead.first_name | default: "there" }},

as {{ lead.title }} at {{ lead.company | default: "your company" }} you will know how fast {{ customer.last_order.products | default: "good things" }} sell out before the holidays. Your last order was {{ customer.days_since_last_order | default: "some" }} days ago.

{{ campaign.description }}

Shall I put a sample box in the post for you?

{{ sender.name }}
{{ sender.role }}, {{ sender.company }}`

export const SENDER_PROFILE = {
  profile_name: "Mira at Northwind",
  description: "Warm, short, never pushy.",
  sender_data: { name: "Mira Sandoval", role: "Wholesale", company: "Northwind Goods" },
  is_default: true,
}

/** A first touch drafted per lead in two variants, a follow-up half of them get, a last template. */
export const toCampaign = (sender_profile_id: string) => ({
  name: "Holiday restock",
  description:
    "We ship small wholesale orders within two days, and take back what you do not sell.",
  system_prompt: SYSTEM_PROMPT,
  sender_profile_id,
  steps: [
    {
      step_index: 1,
      delay_days: 0,
      channel: "email",
      variants: [
        { label: "A", weight: 2, type: "PERSONALIZATION" },
        { label: "B", weight: 1, type: "PERSONALIZATION" },
      ],
    },
    {
      step_index: 2,
      delay_days: 3,
      channel: "email",
      variants: [
        { label: "A", weight: 1, type: "PERSONALIZATION" },
        { label: "B", weight: 1, type: "TEMPLATE", template: FOLLOW_UP },
      ],
    },
    {
      step_index: 3,
      delay_days: 7,
      channel: "email",
      variants: [{ label: "A", weight: 1, type: "TEMPLATE", template: FAREWELL }],
    },
  ],
})

const FOLLOW_UP = {
  subject: "The sample box",
  body: "I still have one sample box set aside. Where shall I send it?",
}

const FAREWELL = {
  subject: "Closing the list",
  body: "I am closing the holiday list on Friday. A word, and you are on it.",
}
