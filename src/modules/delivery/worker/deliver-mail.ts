import { setTimeout as wait } from "node:timers/promises"
import { SpanKind, type Span } from "@medusajs/framework/opentelemetry/api"
import { withoutParameters } from "../../../persistence/database-error"
import { MailRejectedError, type AcceptedMail, type MailTransport } from "../../../ports"
import { leaseMs } from "../options/delivery-options"
import { giveBackSend, markSendUnknown, rejectSend } from "../sql/settle-sends"
import type { TakenSendRow } from "../sql/take-sends"
import { inSpan } from "../../../telemetry/in-span"
import type { SendOutcome } from "../telemetry/instruments"
import type { DeliveryDeps } from "./delivery-deps"
import { persistently } from "./persistently"
import { toOutgoingMail } from "./to-outgoing-mail"

/** How long a transport that was stopped has to say whether it had handed the mail over, in ms. */
const LAST_WORD_MS = 1_000

interface Attempt {
  /** When it was taken, by this process's monotonic clock, in ms. */
  takenAt: number
  shutdown: AbortSignal
}

/** Hands one mail in flight over, once, and writes what came of it. */
export async function deliverMail(
  deps: DeliveryDeps,
  send: TakenSendRow,
  attempt: Attempt
): Promise<void> {
  const ids = {
    "playground.send_id": send.id,
    "playground.campaign_id": send.campaign_id,
    "playground.attempt": send.attempt,
    "playground.transport": send.transport,
  }
  const startedAt = performance.now()
  try {
    const work = async (span: Span) => {
      const outcome = await handOver(deps, send, attempt)
      span.setAttribute("playground.outcome", outcome)
      deps.instruments.recordSend(outcome, send.transport, performance.now() - startedAt)
    }
    await inSpan("playground.send", ids, work, SpanKind.PRODUCER)
  } catch (error) {
    // The row is in flight still: its lease runs out, and then it is shown as unknown.
    deps.logger.warn(`playground: send ${send.id} is left to the reconciler: ${reasonOf(error)}`)
  }
}

async function handOver(
  deps: DeliveryDeps,
  send: TakenSendRow,
  { takenAt, shutdown }: Attempt
): Promise<SendOutcome> {
  const { timeoutMs } = deps.options.sending
  const mail = toOutgoingMail(send, {
    publicUrl: deps.publicUrl ?? "",
    unsubscribeKey: await deps.unsubscribeKey(),
  })
  // A process that was frozen since it took the mail must not hand over what counts as unknown by now.
  const isTooLate = performance.now() - takenAt > leaseMs(deps.options) - timeoutMs
  if (isTooLate || shutdown.aborted) return giveBack(deps, send)
  const transport = deps.transports.get(send.transport)
  const outcome = transport
    ? await ask(transport, mail, AbortSignal.any([shutdown, AbortSignal.timeout(timeoutMs)]))
    : new MailRejectedError(`There is no transport "${send.transport}" in this host.`, {
        code: "no_transport",
        isFinal: false,
      })
  if (!(outcome instanceof Error)) return accept(deps, send, outcome)
  if (outcome instanceof MailRejectedError) return reject(deps, send, outcome)
  deps.logger.debug(`playground: send ${send.id} has an unknown outcome: ${reasonOf(outcome)}`)
  return loseSight(deps, send, shutdown.aborted ? "shutdown" : "no_answer")
}

/** The transport's answer; one that heeds no signal is not waited for. */
async function ask(
  transport: MailTransport,
  mail: Parameters<MailTransport["send"]>[0],
  signal: AbortSignal
): Promise<AcceptedMail | Error> {
  const answer = transport
    .send(mail, { signal })
    .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
  const silence = new AbortController()
  const giveUp = new Promise<Error>((resolve) => {
    const onAbort = () => {
      void wait(LAST_WORD_MS, undefined, { signal: silence.signal }).then(
        () => resolve(new Error("The transport did not answer in time.")),
        // It answered after all.
        () => {}
      )
    }
    if (signal.aborted) onAbort()
    else signal.addEventListener("abort", onAbort, { once: true })
  })
  try {
    return await Promise.race([answer, giveUp])
  } finally {
    silence.abort()
  }
}

async function accept(
  deps: DeliveryDeps,
  send: TakenSendRow,
  { id }: AcceptedMail
): Promise<SendOutcome> {
  if (await deps.accept({ send, transport_message_id: id })) return "accepted"
  deps.logger.warn(`playground: send ${send.id} was accepted after a person had settled it`)
  return "dropped"
}

async function reject(
  deps: DeliveryDeps,
  send: TakenSendRow,
  error: MailRejectedError
): Promise<SendOutcome> {
  const { maxAttempts, backoffMs } = deps.options.sending
  const db = await deps.manager()
  const row = await persistently(deps, "reject send", () =>
    rejectSend(db, {
      id: send.id,
      lease_token: send.lease_token,
      code: error.code,
      message: error.message,
      isFinal: error.isFinal,
      maxAttempts,
      backoffMs: error.retryAfterMs ?? toBackoff(backoffMs, send.attempt),
    })
  )
  if (!row) return "dropped"
  if (row.status === "rejected") deps.events.emailRejected({ ...row, code: error.code })
  return row.status === "rejected" ? "rejected" : "deferred"
}

async function loseSight(
  deps: DeliveryDeps,
  send: TakenSendRow,
  why: "shutdown" | "no_answer"
): Promise<SendOutcome> {
  const db = await deps.manager()
  const row = await persistently(deps, "mark send unknown", () =>
    markSendUnknown(db, {
      id: send.id,
      lease_token: send.lease_token,
      code: why,
      message:
        why === "shutdown"
          ? "The host was shut down while it handed the mail over."
          : "The transport did not say whether it took the mail.",
    })
  )
  if (row) deps.events.emailsUnknown([row])
  return row ? "unknown" : "dropped"
}

async function giveBack(deps: DeliveryDeps, send: TakenSendRow): Promise<SendOutcome> {
  const db = await deps.manager()
  await withoutParameters("give back send", () => giveBackSend(db, send))
  return "given_back"
}

const DAY_MS = 86_400_000

/** Four times as long with each attempt: a greylisting server wants minutes, a broken one hours. */
const toBackoff = (firstMs: number, attempt: number) =>
  Math.min(firstMs * 4 ** (attempt - 1), DAY_MS)

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
