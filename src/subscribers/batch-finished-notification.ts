import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { INotificationModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { PlaygroundEvents, type BatchEventData } from "../events"
import {
  PLAYGROUND_MODULE,
  type DraftTaskCounts,
  type PlaygroundModuleService,
} from "../modules/playground"
import { retrieveCampaign } from "../workflows/campaigns/steps/retrieve-campaign"

/** Says in the dashboard's notification feed that a batch can be read, once a batch. */
export default async function batchFinishedNotification({
  event: { data },
  container,
}: SubscriberArgs<BatchEventData>): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const notifications = container.resolve<INotificationModuleService | undefined>(
    Modules.NOTIFICATION,
    { allowUnregistered: true }
  )
  if (!notifications) return
  try {
    const playground = container.resolve<PlaygroundModuleService>(PLAYGROUND_MODULE)
    const batch = await playground.retrieveDraftBatch(data.campaign_id, data.id)
    const { name } = await retrieveCampaign(container, data.campaign_id)
    await notifications.createNotifications({
      // The feed is everybody's: the host leaves the recipient empty as well.
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: {
        title: titleOf(batch.counts),
        description: `${name}, step ${data.step_index}${whatElse(batch.counts)}`,
        ...linkTo(container, data),
      },
      trigger_type: PlaygroundEvents.BATCH_FINISHED,
      resource_id: data.id,
      resource_type: "playground_batch",
      idempotency_key: `${PlaygroundEvents.BATCH_FINISHED}:${data.id}`,
    })
  } catch (error) {
    // A host without a provider for the channel "feed", or a campaign that is gone by now.
    const reason = error instanceof Error ? error.message : String(error)
    logger.warn(`playground: batch ${data.id} is finished, but not in the feed: ${reason}`)
  }
}

export const config: SubscriberConfig = {
  event: PlaygroundEvents.BATCH_FINISHED,
  context: { subscriberId: "playground-batch-finished-notification" },
}

/**
 * The feed knows links only as files to download: the plugin's part of the dashboard makes a click on
 * this one lead to its page.
 */
function linkTo(container: MedusaContainer, { campaign_id, id }: BatchEventData) {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const url = `${admin?.path ?? "/app"}/outreach/${campaign_id}/playground?batch_id=${id}`
  return { file: { filename: "Open the drafts", url } }
}

function titleOf({ succeeded }: DraftTaskCounts): string {
  if (succeeded === 0) return "Drafting ended without a draft"
  return `${succeeded} ${succeeded === 1 ? "draft" : "drafts"} ready for review`
}

function whatElse({ failed }: DraftTaskCounts): string {
  return failed > 0 ? `: ${failed} failed` : ""
}
