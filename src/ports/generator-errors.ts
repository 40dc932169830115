import type { DraftUsage } from "./draft-generator"
import type { JsonObject } from "./snapshot"

/** What a failure is about, by name. */
export type FailureParams = JsonObject

interface GeneratorErrorOptions {
  /** Stable and machine-readable, `snake_case`: shown in the API as the task's `error.code`. */
  code: string
  /**
   * What the code is about, for whoever words it in another language: names of fields, numbers. Shown
   * in the API as the task's `error.params`; as little secret as the message. At most 2,000 bytes as
   * JSON, else left out.
   * @default {}
   */
  params?: FailureParams
  /** The vendor's error. Logged at debug level only. */
  cause?: unknown
  /** The provider's own words, whole: they may quote prompt and lead. Logged at debug level only. */
  details?: string
  /** What the failed call used all the same, where the provider said so: it counts against caps. */
  usage?: DraftUsage
  /** The model that answered, to find its price by. */
  model?: string
}

/**
 * What a generator throws. The message is shown to the person who reads the drafts: it says what
 * went wrong and what to do, and carries no secret, no prompt and no lead data beyond field names.
 */
export abstract class GeneratorError extends Error {
  readonly code: string
  readonly params: FailureParams
  readonly details?: string
  readonly usage?: DraftUsage
  readonly model?: string

  constructor(
    message: string,
    { code, params = {}, cause, details, usage, model }: GeneratorErrorOptions
  ) {
    super(message, { cause })
    this.name = new.target.name
    this.code = code
    this.params = params
    this.details = details
    this.usage = usage
    this.model = model
  }
}

/**
 * A 5xx, a timeout, a cut connection, an answer that does not parse. The task backs off and is tried
 * again until its attempts are spent.
 */
export class RetryableGeneratorError extends GeneratorError {}

/** Trying this lead again cannot help (a missing value, refused content): the task fails now. */
export class PermanentGeneratorError extends GeneratorError {}

/**
 * No lead of the batch can be drafted (a refused key, an account without credit, a model that is not
 * there): the task fails, and the batch stops as at a cap. What was drafted stays; a retry goes on where
 * it stopped.
 */
export class FatalGeneratorError extends PermanentGeneratorError {}

/** The provider asks to wait. The task waits `retryAfterMs` and the attempt is not counted. */
export class RateLimitedGeneratorError extends GeneratorError {
  /** How long the provider asked to wait, in ms; 0 or more. */
  readonly retryAfterMs: number

  constructor(message: string, options: GeneratorErrorOptions & { retryAfterMs: number }) {
    super(message, options)
    this.retryAfterMs = options.retryAfterMs
  }
}
