import type { Check } from "./check-schema"
import type { CheckedText, Finding } from "./check-result"
import { prepareCheck } from "./prepare-check"
import { ReadDraft } from "./read-draft"

/** What a check found, by its place in the list of checks. */
export interface CheckResult extends Finding {
  check: number
}

/**
 * Runs every check over every draft of a batch. Asks no model.
 *
 * @returns by draft, in the order of `drafts`
 */
export async function runChecks(
  checks: readonly Check[],
  drafts: readonly CheckedText[]
): Promise<CheckResult[][]> {
  const prepared = checks.map((check) => prepareCheck(check, drafts))
  const results: CheckResult[][] = []
  for (const draft of drafts) {
    const read = new ReadDraft(draft)
    const findings: CheckResult[] = []
    for (const find of prepared) {
      const found = find(read)
      // Most answer at once: a promise for each would cost more than the check.
      findings.push(placed(findings.length, found instanceof Promise ? await found : found))
    }
    results.push(findings)
  }
  return results
}

/** Written out: to spread a finding takes as long as some checks. */
const placed = (check: number, { passed, code, params, message, place }: Finding): CheckResult => ({
  check,
  passed,
  code,
  params,
  message,
  place,
})
