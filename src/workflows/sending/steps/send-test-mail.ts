import type { IUserModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { TestSendRefusal } from "../../../modules/delivery"
import { resolveCampaignSource, resolveDelivery } from "../../common/resolve-modules"

export interface SendTestMailRequest {
  campaign_id: string
  draft_id: string
  /** What is on the screen, where that is an edit; null: what was approved, else what was drafted. */
  text: { subject: string; body: string } | null
  /** Of a signed-in user: the test goes to their own address. */
  user_id: string
}

/** Without a way back: the mail is out. */
export const sendTestMailStep = createStep(
  "send-test-mail",
  async ({ campaign_id, draft_id, text, user_id }: SendTestMailRequest, { container }) => {
    const draft = await retrieveDraft(container, campaign_id, draft_id)
    const { subject, body } =
      text ?? (await retrieveApproved(container, campaign_id, draft_id)) ?? draft
    const { email } = await container
      .resolve<IUserModuleService>(Modules.USER)
      .retrieveUser(user_id, { select: ["email"] })
    const step = await resolveCampaignSource(container).retrieveStepSnapshot(
      campaign_id,
      draft.step_index
    )
    const { email: address, name } = step?.sender?.data ?? {}
    const sent = await resolveDelivery(container).sendTestMail({
      campaign_id,
      actor: user_id,
      to: email,
      subject,
      body,
      from:
        typeof address === "string"
          ? { name: typeof name === "string" ? name : null, address }
          : null,
    })
    return new StepResponse(sent)
  }
)

interface MailText {
  subject: string
  body: string
}

/** What was approved from the draft; null: nothing, or its text is gone. */
async function retrieveApproved(
  container: MedusaContainer,
  campaign_id: string,
  draft_id: string
): Promise<MailText | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "playground_approved_email",
    fields: ["subject", "body", "text_removed_at"],
    filters: { draft_id, campaign_id },
  })
  const [approved] = data as (MailText & { text_removed_at: Date | null })[]
  return approved && !approved.text_removed_at ? approved : null
}

/** @throws MedusaError NOT_FOUND; NOT_ALLOWED for a draft that was never written */
async function retrieveDraft(
  container: MedusaContainer,
  campaign_id: string,
  draft_id: string
): Promise<MailText & { step_index: number }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "playground_draft_task",
    fields: ["subject", "body", "batch.step_index"],
    filters: { id: draft_id, campaign_id },
  })
  const [draft] = data as {
    subject: string | null
    body: string | null
    batch: { step_index: number }
  }[]
  if (!draft) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Campaign ${campaign_id} has no draft ${draft_id}.`
    )
  }
  const { subject, body } = draft
  if (subject !== null && body !== null)
    return { step_index: draft.batch.step_index, subject, body }
  throw new TestSendRefusal("draft_not_written", {})
}
