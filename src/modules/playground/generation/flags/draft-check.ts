import type { Draft, DraftRequest } from "../../../../ports"
import type { DraftFlag } from "./draft-flag"
import type { LeadNames } from "./lead-names"
import type { Sentence } from "./phrases"

/** A draft, and everything that it was made from. */
export interface FlagDraftInput {
  draft: Draft
  request: DraftRequest
  /** Names of the batch's leads. */
  names: LeadNames
  /** What the model was told; null where the prompt is the mail itself. May throw: a host wrote it. */
  instruction: () => string | null
}

export interface CheckedDraft extends FlagDraftInput {
  /** Normalised, as `body` and `text` are. */
  subject: string
  body: string
  /** Subject and body. */
  text: string
  /** Of the body; read when they are first asked for. */
  sentences: () => readonly Sentence[]
}

/** One way of looking at a draft. It may throw: the draft is kept and carries `check_failed`. */
export interface DraftCheck {
  /** Names the check in the log and in the flag, `snake_case`. */
  name: string
  find: (checked: CheckedDraft) => DraftFlag[] | Promise<DraftFlag[]>
}
