import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resolveDelivery } from "../../../../../../workflows/common/resolve-modules"
import { unsubscribePage } from "../unsubscribe-page"

/**
 * The page behind the link in a footer: one button. It changes nothing, since mail scanners open every
 * link. What it says does not depend on whether the token is good.
 */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const language = await resolveDelivery(req.scope).languageOfUnsubscribe(tokenOf(req))
  send(res, unsubscribePage({ language: language ?? preferredLanguage(req), isDone: false }))
}

/** One click (RFC 8058): by the button, or by the recipient's mail program. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const delivery = resolveDelivery(req.scope)
  const token = tokenOf(req)
  const language = await delivery.languageOfUnsubscribe(token)
  await delivery.unsubscribe(token)
  send(res, unsubscribePage({ language: language ?? preferredLanguage(req), isDone: true }))
}

const tokenOf = (req: MedusaRequest) => req.params.token ?? ""

const preferredLanguage = (req: MedusaRequest) => req.acceptsLanguages(["en", "de"]) || "en"

function send(res: MedusaResponse, page: string): void {
  res
    .status(200)
    .setHeader("Content-Type", "text/html; charset=utf-8")
    .setHeader("Cache-Control", "no-store")
    .setHeader("Referrer-Policy", "no-referrer")
    .setHeader("X-Robots-Tag", "noindex")
    .setHeader(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
    )
    .send(page)
}
