import type { CheckedDraft, DraftCheck, FlagDraftInput } from "./draft-check"
import { DRAFT_CHECKS } from "./draft-checks"
import type { DraftFlag } from "./draft-flag"
import { normalise } from "./normalise"
import { sentencesOf, type Sentence } from "./phrases"

/**
 * Everything about a draft that a reviewer should look at, in the order in which it matters. No check
 * can make it reject: the draft was paid for, and a flag is only advice.
 *
 * @param onBroken told of each check that threw
 */
export async function flagDraft(
  input: FlagDraftInput,
  onBroken: (check: string, error: unknown) => void,
  checks: readonly DraftCheck[] = DRAFT_CHECKS
): Promise<DraftFlag[]> {
  const checked = toChecked(input)
  const flags: DraftFlag[] = []
  for (const { name, find } of checks) {
    try {
      flags.push(...(await find(checked)))
    } catch (error) {
      onBroken(name, error)
      const message = `The check "${name}" failed: look for it yourself. The worker's debug log says why.`
      flags.push({ code: "check_failed", message, params: { check: name } })
    }
  }
  return flags
}

function toChecked(input: FlagDraftInput): CheckedDraft {
  const subject = normalise(input.draft.subject)
  const body = normalise(input.draft.body)
  let sentences: readonly Sentence[] | null = null
  return {
    ...input,
    subject,
    body,
    text: `${subject}\n${body}`,
    sentences: () => (sentences ??= sentencesOf(body)),
  }
}
