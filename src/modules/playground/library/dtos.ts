import type { PageOf } from "../batches/page"
import type { PromptRow } from "../sql/library/list-prompts"
import type { VersionOutcomeRow } from "../sql/library/list-version-outcomes"

/** A named prompt of a campaign. */
export interface PromptDTO extends Omit<PromptRow, "archived_at" | "is_used"> {
  archived: boolean
  /** The version that is the campaign's `system_prompt` now; null when none is. */
  used_version_hash: string | null
}

/** What the campaign's drafts by a prompt version came to, those of before it had a name among them. */
export interface VersionOutcomeDTO extends Omit<
  VersionOutcomeRow,
  "prompt_version_hash" | "judged" | "good" | "bad" | "mean_score"
> {
  /** What people said of its drafts. */
  judgements: { count: number; good: number; bad: number; mean_score: number | null }
}

export interface NamedPromptVersionDTO {
  prompt_version_hash: string
  text: string
  note: string | null
  created_by: string
  /** When it was last saved. */
  created_at: Date
  is_current: boolean
  outcome: VersionOutcomeDTO
}

/** A named prompt with all its versions, the current one first. */
export interface PromptDetailDTO extends PromptDTO {
  versions: NamedPromptVersionDTO[]
}

export interface PromptPageDTO extends PageOf {
  prompts: PromptDTO[]
}

export interface CreatePromptInput {
  campaign_id: string
  name: string
  note: string | null
  text: string
  created_by: string
}

export interface SavePromptVersionInput {
  campaign_id: string
  prompt_id: string
  text: string
  note: string | null
  created_by: string
}

export interface UpdatePromptInput {
  campaign_id: string
  prompt_id: string
  change: { name?: string; note?: string | null; archived?: boolean }
}
