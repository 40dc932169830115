import { MailRejectedError } from "../../ports"

/** Nodemailer's codes of failures that no waiting mends: somebody has to change the configuration. */
const LOGIN_CODES = new Set(["EAUTH", "ENOAUTH", "EOAUTH2"])
const TLS_CODES = new Set(["ETLS"])

/**
 * What a failed conversation means. A reply of 4xx or 5xx is a no, whatever it answered; without one
 * it depends on whether the server had asked for the message.
 *
 * @param isHandedOver whether any of the message went out
 */
export function toTransportError(cause: unknown, isHandedOver: boolean): Error {
  const replyCode = field(cause, "responseCode")
  const code = field(cause, "code")
  if (typeof replyCode === "number" && replyCode >= 400) return toRejection(replyCode, code, cause)
  if (isHandedOver) {
    return new Error("The mail server did not say whether it took the mail.", { cause })
  }
  if (typeof code === "string" && LOGIN_CODES.has(code)) return loginRefused(cause)
  if (typeof code === "string" && TLS_CODES.has(code)) {
    return new MailRejectedError(
      "The mail server and this host found no TLS that both accept. Check `secure`, `requireTLS` and `tls`.",
      { code: "tls_failed", isFinal: false, cause }
    )
  }
  return new MailRejectedError(
    "The mail server could not be reached, or went away before it asked for the mail.",
    { code: "transport_unavailable", isFinal: false, cause }
  )
}

function toRejection(replyCode: number, code: unknown, cause: unknown): MailRejectedError {
  if (typeof code === "string" && LOGIN_CODES.has(code)) return loginRefused(cause)
  const isFinal = replyCode >= 500
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(field(cause, "response")))?.[1]
  const said = `${replyCode}${enhanced ? ` ${enhanced}` : ""}`
  return new MailRejectedError(
    isFinal
      ? `The mail server refused the mail (${said}).`
      : `The mail server asked to try again later (${said}).`,
    { code: isFinal ? "smtp_refused" : "smtp_deferred", isFinal, cause }
  )
}

const loginRefused = (cause: unknown) =>
  new MailRejectedError("The mail server refused the login. Check `auth` of the transport.", {
    code: "login_refused",
    isFinal: false,
    cause,
  })

const field = (error: unknown, name: string): unknown =>
  typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined
