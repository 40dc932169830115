import { randomUUID } from "node:crypto"
import type { EntityManager } from "typeorm"
import { renderFooter, withFooter } from "../../../mail/footer"
import { textToHtml } from "../../../mail/text-to-html"
import { withoutParameters } from "../../../persistence/database-error"
import { MailRejectedError, type MailTransport } from "../../../ports"
import { countTestSend } from "../sql/count-test-send"
import { TestSendRefusal } from "./test-send-refusal"

const MAX_PER_HOUR = 20

export interface SendTestMailInput {
  campaign_id: string
  /** The host's actor id of who asks. */
  actor: string
  /** Their own address, and nobody else's. */
  to: string
  subject: string
  body: string
  /** Who the mail is from; null: the transport's own address. */
  from: { name: string | null; address: string } | null
}

export interface SentTestDTO {
  to: string
  /** It lies in the outbox, and reached nobody. */
  is_trial: boolean
}

interface Handover extends SendTestMailInput {
  isTrial: boolean
  transport: MailTransport | undefined
  footer: string | null
  html: boolean
  link: string
  timeoutMs: number
}

/** See `DeliveryModuleService.sendTestMail`. */
export async function sendTestMail(manager: EntityManager, input: Handover): Promise<SentTestDTO> {
  const { isTrial, transport, to, subject, body, footer, html, link } = input
  const address = input.from?.address ?? transport?.defaultFrom
  if (!transport || !address) throw new TestSendRefusal("no_test_sender", {})
  await countTest(manager, input.actor)
  const text = footer ? withFooter(body, renderFooter(footer, link)) : body
  try {
    await transport.send(
      {
        message_id: `<test-${randomUUID()}@${address.split("@")[1] ?? "localhost"}>`,
        from: { name: input.from?.name ?? null, address },
        to: { name: null, address: to },
        subject: `[Test] ${subject}`,
        text,
        html: html ? textToHtml(text) : null,
        headers: { "X-Playground-Test": "yes" },
      },
      { signal: AbortSignal.timeout(input.timeoutMs) }
    )
  } catch (error) {
    throw notTaken(error)
  }
  return { to, is_trial: isTrial }
}

/** @throws MedusaError NOT_ALLOWED where the person has had their tests of this hour */
async function countTest(manager: EntityManager, actor: string): Promise<void> {
  const isCounted = await withoutParameters("count test mail", () =>
    manager.transaction((transaction) =>
      countTestSend(transaction, { actor, maxPerHour: MAX_PER_HOUR })
    )
  )
  if (!isCounted) throw new TestSendRefusal("test_limit", { max: MAX_PER_HOUR })
}

/** Only a rejection was written to be shown to a person. */
const notTaken = (error: unknown) =>
  error instanceof MailRejectedError
    ? new TestSendRefusal("test_not_taken", { reason: error.code, message: error.message })
    : new TestSendRefusal("test_not_taken", {
        reason: "no_answer",
        message: "nobody said whether it was taken.",
      })
