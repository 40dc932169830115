import { namesResponseFormat, wantsCompletionTokens } from "./errors/classify"
import type { ProviderFailure } from "./errors/provider-failure"

/** In what form a server is asked. */
export interface RequestForm {
  /** The schema goes along; else the answer is asked for in words alone. */
  isStructured: boolean
  /** The limit is called `max_completion_tokens`; else `max_tokens`. */
  hasCompletionTokens: boolean
}

/** A server that does not know a parameter says so with one of these. */
const REFUSED = new Set([400, 404, 405, 422, 500, 501])

/**
 * The form that a server takes, learnt from its refusals and kept for as long as the process lives. A
 * refused form costs nothing, so the same draft is asked for again at once.
 */
export class ServerAbilities {
  private form_: RequestForm

  constructor({ isStructured }: Pick<RequestForm, "isStructured">) {
    this.form_ = { isStructured, hasCompletionTokens: false }
  }

  get form(): RequestForm {
    return { ...this.form_ }
  }

  /** The form to ask again in; null where the failure has nothing to do with the form it was asked in. */
  adapt(asked: RequestForm, { status, error }: ProviderFailure): RequestForm | null {
    if (status === null || !error || !REFUSED.has(status)) return null
    const said = `${error.code} ${error.message}`
    if (!asked.hasCompletionTokens && wantsCompletionTokens(said)) {
      this.form_.hasCompletionTokens = true
    } else if (asked.isStructured && namesResponseFormat(said)) {
      this.form_.isStructured = false
    } else return null
    return this.form
  }
}
