import { keptEdits, type Email } from "./kept"
import type { Draft } from "./types"

/** Texts by draft id. */
export type Edits = ReadonlyMap<string, Email>

type Drafted = Pick<Draft, "id" | "subject" | "body">

/** What will be approved of a draft: the edit that was begun, else what was drafted. */
export const textToApprove = (draft: Drafted, edits: Edits): Email => edits.get(draft.id) ?? draft

/** @param before what stands without the edit: one that comes to nothing is none */
export function keepEdit(draftId: string, before: Email, { subject, body }: Email): void {
  if (subject === before.subject && body === before.body) keptEdits.drop(draftId)
  else keptEdits.keep(draftId, { subject, body })
}

/**
 * What these drafts were approved as and are not any more stays with whoever wrote it, as an edit that
 * was begun; unless they have gone on writing since.
 */
export function keepWithdrawn(drafts: readonly Drafted[], approved: Edits): void {
  for (const draft of drafts) {
    const text = approved.get(draft.id)
    if (text && !keptEdits.entries.has(draft.id)) keepEdit(draft.id, draft, text)
  }
}
