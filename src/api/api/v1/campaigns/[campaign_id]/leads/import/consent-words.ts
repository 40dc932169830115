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
  baja, dadodebaja, desuscrito, desuscrita, cancelado, cancelada, rechazado, rebotado`)

const GRANTED = toSet(`
  subscribed, optedin, optin, granted, given, consented, confirmed, confirmedoptin, doubleoptin,
  singleoptin, accepted, abonniert, angemeldet, eingewilligt, erteilt, bestatigt, zugestimmt, abonne,
  abonnee, inscrit, inscrite, accepte, accorde, suscrito, suscrita, aceptado, otorgado, concedido`)

const YES = toSet("yes y true t 1 x on ja j wahr oui o vrai si s verdadero sim sí ✓ ✔")
const NO = toSet("no n false f 0 off nein falsch non faux falso não nao never nie jamais nunca")

const toWord = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}✓✔]/gu, "")

/** What one cell says of a lead's consent. A word that says neither is `unknown`, never consent. */
export function toConsent(text: string, column: ConsentColumn): EmailConsent {
  const word = toWord(text)
  if (WITHDRAWN.has(word)) return "withdrawn"
  if (GRANTED.has(word)) return "granted"
  if (column === "status" || word === "") return "unknown"
  if (NO.has(word)) return column === "granted_if_yes" ? "withdrawn" : "unknown"
  // `Unsubscribed At` has a date, a bounce its reason: whatever stands there tells that it happened.
  if (column === "withdrawn_if_yes") return "withdrawn"
  return YES.has(word) ? "granted" : "unknown"
}

const WEIGHT: Record<EmailConsent, number> = { unknown: 0, granted: 1, withdrawn: 2 }

/** Of several columns that tell of consent, the one that forbids most counts. */
export const stricterConsent = (
  one: EmailConsent | undefined,
  other: EmailConsent
): EmailConsent => (one !== undefined && WEIGHT[one] > WEIGHT[other] ? one : other)
