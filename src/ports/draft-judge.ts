import type { DraftMessage, DraftUsage } from "./draft-generator"
import type { CampaignSnapshot, LeadSnapshot, SenderSnapshot, StepSnapshot } from "./snapshot"

/** One draft, and everything that its writer was told. Frozen when the batch was created. */
export interface JudgeRequest {
  subject: string
  body: string
  campaign: CampaignSnapshot
  step: Pick<StepSnapshot, "step_index" | "delay_days" | "channel"> & { variant_label: string }
  /** The variant's own sender, else the step's; null when there is none. */
  sender: SenderSnapshot | null
  /** Untrusted input, and so is the draft that was made of it. */
  lead: LeadSnapshot
}

/** What a judge says of a draft by one criterion. */
export interface CriterionScore {
  /** The same for every draft of a judge's version. 1 to 100 characters. */
  name: string
  /** A whole number, 1 (bad) to 5 (good). */
  score: number
  /** One or two sentences. 1 to 1,000 characters. */
  reason: string
}

/** Something that a mail states as a fact. */
export interface DraftClaim {
  /** As the mail has it. 1 to 500 characters. */
  text: string
  /**
   * Where the snapshot says so, as placeholders name it: `lead.company`, `lead.attributes.team_size`,
   * `customer.orders_count`, `sender.signature`, `campaign.description`. Null: nowhere, the claim is
   * unsupported. A field that the snapshot does not have counts as null.
   */
  field: string | null
}

/** A judge's answer about one draft. */
export interface JudgedDraft {
  /** The draft as a whole: a whole number, 1 (not to be sent) to 5 (send it as it is). */
  score: number
  /** At most 20. */
  criteria: CriterionScore[]
  /** Every factual claim of the mail, at most 100; empty: it makes none. */
  claims: DraftClaim[]
  usage?: DraftUsage
  /** The model that answered, as the provider names it. */
  model?: string
}

/** Two drafts for one lead, and what the writer of one of them was told. */
export interface CompareRequest extends Omit<JudgeRequest, "subject" | "body"> {
  /** In the order in which they are to be shown. Nothing says which prompt wrote which. */
  drafts: [Pick<JudgeRequest, "subject" | "body">, Pick<JudgeRequest, "subject" | "body">]
}

/** A judge's answer about a pair. */
export interface JudgedPair {
  /** Which of `drafts` is better; `equal`: neither. */
  choice: "first" | "second" | "equal"
  /** One or two sentences. 1 to 1,000 characters. */
  reason: string
  usage?: DraftUsage
  /** The model that answered, as the provider names it. */
  model?: string
}

/** What a call of `judge` or `compare` gets beside its request. */
export interface JudgeContext {
  /**
   * Fires when judging is cancelled, the lease lost, the time limit over or the host shutting down; its
   * reason says which.
   */
  signal: AbortSignal
}

/**
 * Says how good one draft is and which of its claims the lead's data support.
 *
 * A judge is a Medusa module provider (`ModuleProvider("playground", { services: [MyJudge] })`) named in
 * the plugin option `judge`. Its class carries `static identifier` and, if it takes options,
 * `static validateOptions`.
 *
 * One call of `judge` (or `compare`) is one attempt and judges by all criteria at once: no retries inside, but for a
 * request that was refused for its form. The judging task owns attempts, waiting and the time limit. A
 * judge fails with the errors of a generator, and they mean the same: {@link RetryableGeneratorError},
 * {@link PermanentGeneratorError} (this draft cannot be judged), {@link FatalGeneratorError} (no draft can
 * be), {@link RateLimitedGeneratorError}. Any other error counts as retryable. When the signal fires it
 * stops at once and rethrows the signal's reason.
 */
export interface DraftJudge {
  /**
   * Changes whenever the same draft or pair might be judged otherwise: with the instruction, the
   * criteria, the scale. Each is judged once by each version. 1 to 100 characters.
   */
  readonly version: string

  /** The model that will be asked, where that is known beforehand. Part of the version, too. */
  readonly model?: string

  /**
   * What `judge` would send to a model for this request, word for word: counted to tell beforehand what
   * judging will cost. A judge that asks no model has none.
   */
  toMessages?(request: JudgeRequest): DraftMessage[]

  /**
   * @throws RetryableGeneratorError, PermanentGeneratorError, FatalGeneratorError,
   *   RateLimitedGeneratorError
   */
  judge(request: JudgeRequest, context: JudgeContext): Promise<JudgedDraft>

  /**
   * Says which of two drafts for a lead is the better one. Each pair is asked about twice, the second
   * time in the other order, because a model may prefer what it reads first; unequal answers count as
   * a tie. So it must not look at anything but the request. A judge without it is not asked.
   *
   * @throws as `judge` does
   */
  compare?(request: CompareRequest, context: JudgeContext): Promise<JudgedPair>

  /** What `compare` would send for this request: see `toMessages`. */
  toCompareMessages?(request: CompareRequest): DraftMessage[]
}
