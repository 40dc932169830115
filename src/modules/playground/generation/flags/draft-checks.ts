import type { DraftCheck } from "./draft-check"
import { destinationsOf, findForeignLinks } from "./foreign-link"
import { findLeftoverPlaceholder } from "./leftover-placeholder"
import { findOddLength } from "./odd-length"
import { findOtherLeads } from "./other-lead"
import { findPromptLeak } from "./prompt-leak"
import { findSuspiciousLeadData } from "./suspicious-lead-data"
import { findWrongLanguage } from "./wrong-language"

/** Every check, in the order in which its flags matter. */
export const DRAFT_CHECKS: readonly DraftCheck[] = [
  {
    name: "suspicious_lead_data",
    find: ({ request }) => findSuspiciousLeadData(request.lead),
  },
  {
    name: "other_lead",
    find: ({ text, request, names }) => findOtherLeads(text, request.lead, names),
  },
  {
    name: "foreign_link",
    find: ({ text, request: { lead, sender, campaign, prompt } }) =>
      findForeignLinks(text, () =>
        destinationsOf(lead, sender?.data, sender?.profile_name, campaign, prompt)
      ),
  },
  {
    name: "leftover_placeholder",
    find: ({ text }) => findLeftoverPlaceholder(text),
  },
  {
    name: "prompt_leak",
    find: ({ text, instruction }) => findPromptLeak(text, instruction()),
  },
  {
    name: "odd_length",
    find: ({ draft }) => findOddLength(draft),
  },
  {
    name: "wrong_language",
    find: ({ draft, request }) => findWrongLanguage(draft.body, request.lead),
  },
]
