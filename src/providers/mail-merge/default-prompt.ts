/** Reads well for a lead of whom nothing but the address is known. */
export const DEFAULT_PROMPT = `Subject: A question for {{ lead.company | default: "your team" }}

Hello {{ lead.first_name | default: "there" }},

I came across {{ lead.company | default: "your work" }} and wondered who looks after this on your side.
{{ campaign.description | default: "We help teams like yours, and I would like to show you how in ten minutes." }}

Would a short call next week suit you? If somebody else is the right person, a name would help me a lot.

Best regards,
{{ sender.name | default: sender.profile_name | default: "The team" }}`
