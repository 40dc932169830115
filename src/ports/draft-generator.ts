import type { DraftInstruction } from "./draft-instruction"
import type { CampaignSnapshot, LeadSnapshot, SenderSnapshot, StepSnapshot } from "./snapshot"

/** Everything a generator may use to write one draft. Frozen when the batch was created. */
export interface DraftRequest {
  /** The batch's prompt with its placeholders already filled from lead, sender and campaign. */
  prompt: string
  /**
   * The same prompt for a model: with names in the place of the values, and the values beside it, so
   * that what strangers typed in need not stand among the instructions.
   */
  instruction: DraftInstruction
  campaign: CampaignSnapshot
  /** The step without what only the playground needs. */
  step: Pick<StepSnapshot, "step_index" | "delay_days" | "channel"> & { variant_label: string }
  /** The variant's own sender, else the step's; null when there is none. */
  sender: SenderSnapshot | null
  /** Untrusted input. */
  lead: LeadSnapshot
}

/** Tokens as the provider counted them. */
export interface DraftUsage {
  input_tokens: number
  output_tokens: number
  /** Those of `input_tokens` that the provider took from its cache. Absent: none, or it does not say. */
  cached_input_tokens?: number
}

/** One e-mail, as plain text. */
export interface Draft {
  /** 1 to 998 characters, one line. */
  subject: string
  /** 1 to 50,000 characters. */
  body: string
  usage?: DraftUsage
  /** The model that answered, as the provider names it. */
  model?: string
  /** Why the model stopped: `stop`, `length`, … as the provider names it. */
  finish_reason?: string
}

/** One message of a call to a model. */
export interface DraftMessage {
  role: "system" | "user"
  content: string
}

/** Something that holds for every draft of the batch, and that whoever reads them should know. */
export interface GeneratorNotice {
  /** Stable and machine-readable, `snake_case`. */
  code: string
  /** One English sentence without prompt, lead data or secret. */
  message: string
}

/** What a call of `generate` gets beside its request. */
export interface GenerateContext {
  /**
   * Fires when the draft is cancelled, the lease lost, the time limit over or the host shutting down;
   * its reason says which.
   */
  signal: AbortSignal
  /** Puts a notice on the batch, once for each code, and into the log once per process. */
  notify?: (notice: GeneratorNotice) => void
}

/**
 * Turns one request into one draft.
 *
 * A generator is a Medusa module provider (`ModuleProvider("playground", { services: [MyGenerator] })`)
 * named in the plugin option `generators`. Its class carries `static identifier` and, if it takes
 * options, `static validateOptions`.
 *
 * One call of `generate` is one attempt: no retries inside, but for a request that was refused for its
 * form, which cost nothing. The draft task owns attempts, waiting and the time limit. A generator fails
 * with one of four errors, and only these say what happens next: {@link RetryableGeneratorError},
 * {@link PermanentGeneratorError}, {@link FatalGeneratorError}, {@link RateLimitedGeneratorError}.
 * Any other error counts as retryable. When the signal fires it stops at once and rethrows the
 * signal's reason.
 */
export interface DraftGenerator {
  /**
   * The prompt of a batch whose request, campaign and sender name none. May contain placeholders.
   * The plugin option `defaultPrompt` goes before it.
   */
  readonly defaultPrompt: string

  /** The model that will be asked, where that is known beforehand: shown in the batch's history. */
  readonly model?: string

  /**
   * True when the filled prompt itself becomes the draft: then its words in the draft are no leak.
   * @default false
   */
  readonly isPromptTheDraft?: boolean

  /**
   * True when `generate` computes its answer and waits for nothing outside the process. Eight drafts
   * then share a job of the queue, and with it one slot of the option `concurrency`: less work, and
   * nothing lost, since calls that wait for nothing take their turns anyway.
   * @default false
   */
  readonly isInstant?: boolean

  /**
   * What `generate` would send to a model for this request, word for word: shown by the preview, and
   * counted to tell beforehand what a batch will cost. A generator that asks no model has none.
   */
  toMessages?(request: DraftRequest): DraftMessage[]

  /**
   * @param request everything that is known about the mail to write
   * @throws RetryableGeneratorError, PermanentGeneratorError, FatalGeneratorError,
   *   RateLimitedGeneratorError
   */
  generate(request: DraftRequest, context: GenerateContext): Promise<Draft>
}
