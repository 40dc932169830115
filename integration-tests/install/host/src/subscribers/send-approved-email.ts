import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PlaygroundEvents, type EmailEventData } from "medusa-plugin-playground/events"
import {
  PLAYGROUND_MODULE,
  type ApprovedEmailDTO,
  type PlaygroundModuleService,
} from "medusa-plugin-playground/modules/playground"

/** A sender: takes what was approved, to the byte. */
export default async function sendApprovedEmail({
  event,
  container,
}: SubscriberArgs<EmailEventData>): Promise<void> {
  const playground = container.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
  const { campaign_lead_id, step_index } = event.data
  const email: ApprovedEmailDTO = await playground.retrieveApprovedEmail(
    campaign_lead_id,
    step_index
  )
  if (email.lead_changed_at !== null) return
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .info(`would send ${email.body.length} characters`)
}

export const config: SubscriberConfig = { event: PlaygroundEvents.EMAIL_APPROVED }
