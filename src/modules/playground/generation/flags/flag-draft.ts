import type { DraftCheck, FlagDraftInput } from "./draft-check"
import { DRAFT_CHECKS } from "./draft-checks"
import type { DraftFlag } from "./draft-flag"
import { normalise } from "./normalise"

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
  const { subject, body } = input.draft
  const checked = { ...input, text: normalise(`${subject}\n${body}`) }
  const flags: DraftFlag[] = []
  for (const { name, find } of checks) {
    try {
      flags.push(...(await find(checked)))
    } catch (error) {
      onBroken(name, error)
      const message = `The check "${name}" failed: look for it yourself. The worker's debug log says why.`
      flags.push({ code: "check_failed", message })
    }
  }
  return flags
}
