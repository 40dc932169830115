/** A named prompt of a campaign. */
export interface PromptDTO {
  id: string
  campaign_id: string
  /** 1 to 120 characters, once per campaign, letter case aside. */
  name: string
  note: string | null
  archived: boolean
  created_by: string
  created_at: Date
  updated_at: Date
  /** The version that was saved last. */
  current_version_hash: string
  versions_count: number
  /** The version that is the campaign's `system_prompt` now; null when none is. */
  used_version_hash: string | null
}

/** What the campaign's batches of a prompt version came to, those of before it had a name among them. */
export interface VersionOutcomeDTO {
  batches: number
  drafted: number
  failed: number
  /** Drafts with at least one flag. */
  flagged: number
  /** Drafts that are approved now, and how many of them were edited. */
  approved: number
  edited: number
  rejected: number
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

export interface PromptPageDTO {
  prompts: PromptDTO[]
  count: number
  offset: number
  limit: number
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
