import type { EmailConsent } from "../../../../../../../modules/outreach"
import type { ConsentColumn } from "./known-headers"

const toSet = (words: string) => new Set(words.split(/[,\s]+/).filter(Boolean))

/** Letters alone, without marks: `Opted-out` is `optedout`, `désabonné` is `desabonne`. */
const WITHDRAWN = toSet(`
  unsubscribed, unsubscribe, optedout, optout, withdrawn, withdrew, revoked, declined, denied, refused,
  bounced, bounce, hardbounced, hardbounce, cleaned, complained, problem, spam, spamcomplaint,
  reportedasspam, blocked, blacklisted, blocklisted, suppressed, donotemail, donotcontact, donotmail,
  invalid, undeliverable, rejected, dropped, abgemeldet, abbestellt, ausgetragen, widerrufen,
  abgelehnt, gesperrt, unzustellbar, desabonne, desabonnee, desinscrit, desinscrite, refuse, rejete,
  optedoutofemail, optoutofemail, emailoptout, unsubscribedall, globallyunsubscribed, emailbounced,
  softbounced, softbounce, emailunsubscribed, emailsunsubscribed, emailsbounced, abusecomplaint,
  markedasspam, abbestellung, abmeldung, ausgetragene, desabonnement, desinscription, plainte,
  baja, dadodebaja, desuscrito, desuscrita, cancelado, cancelada, rechazado, rebotado`)

const GRANTED = toSet(`
  subscribed, optedin, optin, granted, given, consented, confirmed, confirmedoptin, doubleoptin,
  singleoptin, accepted, abonniert, angemeldet, eingewilligt, erteilt, bestatigt, zugestimmt, abonne,
  abonnee, inscrit, inscrite, accepte, accorde, suscrito, suscrita, aceptado, otorgado, concedido`)

const YES = toSet("yes y true t 1 x on ja j wahr oui o vrai si s verdadero sim ✓ ✔ ☑ ✅")
const NO = toSet("no n false f 0 off nein falsch non faux falso não nao never nie jamais nunca ☐")
/** A cross beside `Opted out` may mean either, and so that it is ticked; beside `Subscribed` it is a no. */
const CROSSED = toSet("✗ ✘ ❌ ☒ ✖ ×")
/** What `Unsubscribed` says of somebody who is not: `not unsubscribed`, `nicht abgemeldet`. */
const NOT = /^(?:not|non|nicht|no|pas|never|nie|nunca)(?=.)/

const toWord = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    // `1.0` and `0.0` of a column that was numbers once, and the `0000-00-00` of a date that is none.
    .replace(/^([01])[.,]0+$/, "$1")
    .replace(/^[0.,:/\s-]+$/, "0")
    .replace(/[^\p{L}\p{N}✓✔☑✅☐✗✘❌☒✖×]/gu, "")

/** What one cell says of a lead's consent. A word that says neither is `unknown`, never consent. */
export function toConsent(text: string, column: ConsentColumn): EmailConsent {
  const word = toWord(text)
  if (column !== "status" && CROSSED.has(word)) return "withdrawn"
  if (WITHDRAWN.has(word)) return "withdrawn"
  if (GRANTED.has(word)) return "granted"
  if (column === "status" || word === "") return "unknown"
  const denied = NOT.test(word) ? word.replace(NOT, "") : ""
  if (NO.has(word) || WITHDRAWN.has(denied)) {
    return column === "granted_if_yes" && NO.has(word) ? "withdrawn" : "unknown"
  }
  if (GRANTED.has(denied)) return "withdrawn"
  // `Unsubscribed At` has a date, a bounce its reason: whatever stands there tells that it happened.
  if (column === "withdrawn_if_yes") return "withdrawn"
  return YES.has(word) ? "granted" : "unknown"
}

/** Words of subscriptions and of nothing else: an order is `confirmed` and `cancelled` too. */
const OF_SUBSCRIPTION = toSet(`
  unsubscribed, subscribed, nonsubscribed, neversubscribed, notsubscribed, optedout, optedin, optout,
  optin, doubleoptin, singleoptin, bounced, hardbounced, softbounced, hardbounce, softbounce, cleaned,
  complained, spamcomplaint, markedasspam, donotemail, emailsunsubscribed, emailsbounced, unzustellbar,
  abgemeldet, abbestellt, abonniert, desabonne, desabonnee, desinscrit, desinscrite, abonne, abonnee,
  desuscrito, desuscrita, suscrito, suscrita, dadodebaja, rebotado`)

/** True for a cell of a column `Status` that is about e-mails. */
export const saysOfSubscription = (text: string) => OF_SUBSCRIPTION.has(toWord(text))

const WEIGHT: Record<EmailConsent, number> = { unknown: 0, granted: 1, withdrawn: 2 }

/** Of several columns that tell of consent, the one that forbids most counts. */
export const stricterConsent = (
  one: EmailConsent | undefined,
  other: EmailConsent
): EmailConsent => (one !== undefined && WEIGHT[one] > WEIGHT[other] ? one : other)
