import { FetchError } from "@medusajs/js-sdk"

/** A refusal by the server. Unlike the host's own it keeps what a sentence can be made of. */
export class ApiError extends FetchError {
  constructor(
    message: string,
    status: number,
    /** What kind of refusal; null where the server says it in words alone. */
    readonly code: string | null,
    readonly params: Readonly<Record<string, unknown>>
  ) {
    super(message, "", status)
  }
}
