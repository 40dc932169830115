import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { textToHtml } from "../../../mail/text-to-html"
import { withoutParameters } from "../../../persistence/database-error"
import type { MailTransport } from "../../../ports"
import { countTestSend } from "../sql/count-test-send"
import { renderFooter, withFooter } from "../worker/to-outgoing-mail"

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

interface Handover extends SendTestMailInput {
  transport: MailTransport | undefined
  footer: string | null
  html: boolean
  link: string
  timeoutMs: number
}

/** See `DeliveryModuleService.sendTestMail`. */
export async function sendTestMail(
  manager: EntityManager,
  input: Handover
): Promise<{ to: string }> {
  const { transport, to, subject, body, footer, html, link } = input
  const address = input.from?.address ?? transport?.defaultFrom
  if (!transport || !address) {
    throw refused("There is no address to send from: give the sender profile an `email`.")
  }
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
    const reason = error instanceof Error ? error.message : String(error)
    throw refused(`The test was not sent: ${reason}`)
  }
  return { to }
}

/** @throws MedusaError NOT_ALLOWED where the person has had their tests of this hour */
async function countTest(manager: EntityManager, actor: string): Promise<void> {
  const isCounted = await withoutParameters("count test mail", () =>
    manager.transaction((transaction) =>
      countTestSend(transaction, { actor, maxPerHour: MAX_PER_HOUR })
    )
  )
  if (!isCounted) throw refused(`${MAX_PER_HOUR} tests an hour: wait a little.`)
}

const refused = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
