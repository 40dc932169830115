/** Who a mail is from or to. */
export interface MailAddress {
  /** Null: the address alone. One line. */
  name: string | null
  /** May hold international letters in both parts (RFC 6531). */
  address: string
}

/** One mail, whole: nothing is added to it but what its transport must. */
export interface OutgoingMail {
  /**
   * `<…@…>`, ours, and the same at every attempt to send this mail: a transport with idempotency keys
   * uses it for one, and the mail carries it as its `Message-ID`.
   */
  message_id: string
  from: MailAddress
  to: MailAddress
  /** 1 to 998 characters, one line. */
  subject: string
  /** The plain text, byte for byte after decoding, but for line ends. */
  text: string
  /** The same text as HTML; null: the mail has none. */
  html: string | null
  /** More headers, ASCII, such as `List-Unsubscribe`. */
  headers: Record<string, string>
}

/** What a transport says once it has taken a mail. */
export interface AcceptedMail {
  /** What it calls the mail from now on, for bounces and lookups; null: nothing of its own. */
  id: string | null
}

/**
 * Hands mails over: to a server, a service, or a box.
 *
 * A transport is a Medusa module provider (`ModuleProvider("delivery", { services: [MyTransport] })`)
 * named in the plugin option `sending.transports`. Its class carries `static identifier` and, if it
 * takes options, `static validateOptions`.
 *
 * One call of `send` is one attempt: no retries inside, and no second handing over whatever happens.
 * - It resolves only when the mail was taken.
 * - It throws {@link MailRejectedError} only when the mail was certainly not taken.
 * - Everything else that it throws means that nobody knows: the send becomes `unknown` and is never
 *   sent again by itself. When in doubt, this is the right one.
 *
 * `runMailTransportConformance` in this repository's `integration-tests/conformance` checks it.
 */
export interface MailTransport {
  /** Sender address of mails whose sender profile names none. */
  readonly defaultFrom?: string
  /** How many mails one process hands over at once, 1 to 256. @default 5 */
  readonly concurrency?: number

  /**
   * @param context.signal fires when the time limit is over or the host is shutting down. Then it stops
   *   at once and throws: `MailRejectedError` where nothing was handed over, else what it likes.
   * @throws MailRejectedError
   */
  send(mail: OutgoingMail, context: { signal: AbortSignal }): Promise<AcceptedMail>

  /**
   * What became of a mail that nobody knows about. A transport that cannot tell leaves it out.
   *
   * `absent` promises that this mail was not taken and that an attempt which is still under way will
   * not be: the mail is then sent again, with the same `message_id`.
   */
  lookUp?(message_id: string): Promise<"accepted" | "absent" | "unknown">

  /** Ends its connections. Called once, at shutdown, after the last `send`. */
  close?(): Promise<void>
}

interface MailRejectedErrorOptions {
  /** Stable and machine-readable, `snake_case`: shown in the API as the send's `error.code`. */
  code: string
  /** True: trying again cannot help, as with an address that does not exist. */
  isFinal: boolean
  /** How long it asks to wait before the next attempt, in ms; the send's own backoff where absent. */
  retryAfterMs?: number
  /** The vendor's error. Logged at debug level only. */
  cause?: unknown
}

/**
 * The mail was certainly not taken. The message is shown to a person: it says what went wrong and what
 * to do, and carries no secret and nothing of the mail.
 */
export class MailRejectedError extends Error {
  readonly code: string
  readonly isFinal: boolean
  readonly retryAfterMs?: number

  constructor(message: string, options: MailRejectedErrorOptions) {
    super(message, { cause: options.cause })
    this.name = "MailRejectedError"
    this.code = options.code
    this.isFinal = options.isFinal
    this.retryAfterMs = options.retryAfterMs
  }
}

/** Where the bundled transport `outbox` keeps mails; registered in the module as `mailOutbox`. */
export interface MailOutbox {
  /** Keeps the mail; one that is there already stays as it is. */
  keep(mail: { message_id: string; recipient: string; subject: string; eml: Buffer }): Promise<void>
  has(message_id: string): Promise<boolean>
}
