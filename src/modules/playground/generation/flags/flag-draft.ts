import type { Draft, DraftRequest } from "../../../../ports"
import type { DraftFlag } from "./draft-flag"
import { destinationsOf, findForeignLinks } from "./foreign-link"
import type { LeadNames } from "./lead-names"
import { findLeftoverPlaceholder } from "./leftover-placeholder"
import { normalise } from "./normalise"
import { findOddLength } from "./odd-length"
import { findOtherLeads } from "./other-lead"
import { findPromptLeak } from "./prompt-leak"
import { findSuspiciousLeadData } from "./suspicious-lead-data"
import { findWrongLanguage } from "./wrong-language"

export interface FlagDraftInput {
  draft: Draft
  request: DraftRequest
  /** Names of the batch's leads. */
  names: LeadNames
  /** What the model was told; null where the prompt is the mail itself. */
  instruction: string | null
}

/** Everything about a draft that a reviewer should look at, in the order in which it matters. */
export async function flagDraft({
  draft,
  request,
  names,
  instruction,
}: FlagDraftInput): Promise<DraftFlag[]> {
  const { lead, sender, campaign, prompt } = request
  const text = normalise(`${draft.subject}\n${draft.body}`)
  const known = () => destinationsOf(lead, sender?.data, sender?.profile_name, campaign, prompt)
  return [
    ...findSuspiciousLeadData(lead),
    ...findOtherLeads(text, lead, names),
    ...findForeignLinks(text, known),
    ...findLeftoverPlaceholder(text),
    ...findPromptLeak(text, instruction),
    ...findOddLength(draft),
    ...(await findWrongLanguage(draft.body, lead)),
  ]
}
