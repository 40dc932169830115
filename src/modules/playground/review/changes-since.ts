import {
  fingerprint,
  leadFingerprint,
  type AssignedLead,
  type LeadSnapshot,
  type SenderSnapshot,
  type StepSnapshot,
} from "../../../ports"
import { senderOf } from "../generation/sender-of"

/** What a draft was written from. */
export interface DraftedFrom {
  variant_label: string
  lead_snapshot: LeadSnapshot
  lead_fingerprint: string
  step_snapshot: StepSnapshot
}

/** Step and lead as the campaign source has them now. */
export interface CurrentState {
  step: StepSnapshot
  /** Null: the step no longer drafts for this lead. */
  lead: AssignedLead | null
}

/** Why a draft no longer fits, for a machine and for a person. */
export interface Change {
  code: "variant_changed" | "sender_changed" | "step_changed" | "lead_changed"
  /** Continues "It no longer fits: …". */
  message: string
}

/** What has changed since the draft was written; empty when it still fits. */
export function changesSince(drafted: DraftedFrom, current: CurrentState): Change[] {
  const sender = senderChange(drafted, current)
  return [
    variantChange(drafted, current),
    sender,
    leadChange(drafted, current),
    sender ? null : stepChange(drafted.step_snapshot, current.step),
  ].filter((change) => change !== null)
}

function variantChange({ variant_label }: DraftedFrom, { lead }: CurrentState): Change | null {
  const now = lead?.variant_label ?? null
  if (now === variant_label) return null
  const message =
    now === null
      ? `the lead had variant "${variant_label}" and has no PERSONALIZATION variant of the step now`
      : `the lead had variant "${variant_label}" and has "${now}" now`
  return { code: "variant_changed", message }
}

function senderChange(drafted: DraftedFrom, { step }: CurrentState): Change | null {
  const before = senderOf(drafted.step_snapshot, drafted.variant_label)
  const now = senderOf(step, drafted.variant_label)
  if (fingerprint(before) === fingerprint(now)) return null
  const message =
    before?.id === now?.id
      ? `the sender profile "${now?.profile_name ?? ""}" was edited`
      : `the sender was ${nameOf(before)} and is ${nameOf(now)} now`
  return { code: "sender_changed", message }
}

const nameOf = (sender: SenderSnapshot | null) => (sender ? `"${sender.profile_name}"` : "nobody")

function leadChange(drafted: DraftedFrom, { lead }: CurrentState): Change | null {
  if (!lead || leadFingerprint(lead.lead) === drafted.lead_fingerprint) return null
  const fields = changedFields(drafted.lead_snapshot, lead.lead)
  const what = fields.length > 0 ? `the lead's ${fields.join(", ")}` : "the lead"
  return { code: "lead_changed", message: `${what} changed` }
}

function stepChange(before: StepSnapshot, now: StepSnapshot): Change | null {
  if (before.fingerprint === now.fingerprint) return null
  const fields = changedFields(
    { delay_days: before.delay_days, channel: before.channel, variants: before.variants },
    { delay_days: now.delay_days, channel: now.channel, variants: now.variants }
  )
  // What the snapshot does not show can only be the text of a template.
  const what = fields.length > 0 ? fields.join(", ") : "template"
  return { code: "step_changed", message: `the step's ${what} changed` }
}

function changedFields(before: object, now: object): string[] {
  return Object.entries(now)
    .filter(
      ([name, value]: [string, unknown]) =>
        fingerprint(value ?? null) !== fingerprint(Reflect.get(before, name) ?? null)
    )
    .map(([name]) => name)
}
