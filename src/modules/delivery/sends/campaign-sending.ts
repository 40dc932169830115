import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { renderFooter } from "../../../mail/footer"
import { withoutParameters } from "../../../persistence/database-error"
import type { DeliveryEvents } from "../delivery-events"
import { OUTBOX_TRANSPORT, type TransportRegistry } from "../loaders/transports"
import type { ResolvedDeliveryOptions } from "../options/delivery-options"
import { forecast } from "../scheduling/forecast"
import { readReadiness, schedule } from "../scheduling/scheduling"
import { listSettings, updateSettings } from "../settings/sending-settings"
import type { DefaultSenders } from "../sql/hold-reason"
import { deleteCampaign } from "../sql/delete-campaign"
import { lockCampaign } from "../sql/lock-campaign"
import { resolveUnknown } from "../sql/resolve-unknown"
import { toSourceViews } from "../sql/source-views"
import { cancelScheduled, noteReply, readPaused, setPaused } from "../sql/steer-campaign"
import type { Resolution } from "../state-machine"
import { sendTestMail, type SendTestMailInput, type SentTestDTO } from "../test-send/send-test-mail"
import type {
  ScheduledSendsDTO,
  SendDTO,
  SendingPreviewDTO,
  SendingSettingsDTO,
  SendingSettingsInput,
} from "../types/dtos"
import { UNSUBSCRIBE_PATH } from "../worker/to-outgoing-mail"
import { countSends, retrieveSend } from "./list-sends"

/** A step of a campaign, and who asks. */
export interface StepInput {
  campaign_id: string
  step_index: number
  /** The host's actor id. */
  actor: string
}

interface SendingDeps {
  manager: () => Promise<EntityManager>
  options: ResolvedDeliveryOptions
  transports: TransportRegistry
  defaultTransport: string
  defaultSenders: DefaultSenders
  publicUrl: string | null
  events: DeliveryEvents
  wakeSoon: (campaign_id: string) => void
}

/** What people do with a campaign's mails. Each method is described in `DeliveryModuleService`. */
export class CampaignSending {
  constructor(private readonly deps_: SendingDeps) {}

  async listSettings(campaign_ids: string[]): Promise<SendingSettingsDTO[]> {
    return listSettings(await this.deps_.manager(), campaign_ids)
  }

  async updateSettings(
    campaign_id: string,
    input: { change: SendingSettingsInput; actor: string }
  ): Promise<SendingSettingsDTO> {
    this.assertTransport_(input.change.transport)
    const settings = await updateSettings(await this.deps_.manager(), campaign_id, input)
    this.deps_.wakeSoon(campaign_id)
    return settings
  }

  async preview({ campaign_id, step_index, actor }: StepInput): Promise<SendingPreviewDTO> {
    const { defaultTransport, publicUrl } = this.deps_
    const manager = await this.deps_.manager()
    const [settings] = await listSettings(manager, [campaign_id])
    const input = this.toStepSends_({ campaign_id, step_index, actor })
    const { ready, held_back } = this.withPublicUrl_(await readReadiness(manager, input))
    const counts = await countSends(manager, campaign_id, step_index)
    const footer = settings?.footer ?? null
    return {
      campaign_id,
      step_index,
      ready,
      held_back,
      days: await forecast(manager, campaign_id, ready + counts.scheduled),
      footer: footer && renderFooter(footer, `${publicUrl ?? ""}${UNSUBSCRIBE_PATH}/…`),
      transport: settings?.transport ?? defaultTransport,
      is_paused: await withoutParameters("read sending", () => readPaused(manager, campaign_id)),
      counts,
    }
  }

  async schedule(
    input: StepInput & { campaign_lead_ids: string[] | null }
  ): Promise<ScheduledSendsDTO> {
    const { campaign_id, step_index } = input
    const manager = await this.deps_.manager()
    const stepSends = this.toStepSends_(input)
    if (this.deps_.publicUrl === null) {
      const { held_back } = this.withPublicUrl_(await readReadiness(manager, stepSends))
      return { campaign_id, step_index, scheduled: 0, held_back, undo_until: null }
    }
    const scheduled = await schedule(manager, stepSends)
    if (scheduled.scheduled > 0) this.deps_.wakeSoon(campaign_id)
    return scheduled
  }

  async pause(campaign_id: string, actor: string): Promise<void> {
    await this.steer_("pause sending", campaign_id, (transaction) =>
      setPaused(transaction, { campaign_id, actor, isPaused: true })
    )
  }

  async resume(campaign_id: string, actor: string): Promise<void> {
    await this.steer_("resume sending", campaign_id, (transaction) =>
      setPaused(transaction, { campaign_id, actor, isPaused: false })
    )
    this.deps_.wakeSoon(campaign_id)
  }

  async cancel(campaign_id: string, actor: string): Promise<number> {
    return this.steer_("cancel sending", campaign_id, (transaction) =>
      cancelScheduled(transaction, {
        campaign_id,
        actor,
        campaign_lead_ids: null,
        reason: "cancelled",
      })
    )
  }

  async forget(campaign_id: string, actor: string): Promise<void> {
    const scheduled = { campaign_id, actor, campaign_lead_ids: null, reason: "cancelled" }
    await this.steer_("forget campaign", campaign_id, async (transaction) => {
      await cancelScheduled(transaction, scheduled)
      await deleteCampaign(transaction, campaign_id)
    })
  }

  async resolve(input: {
    campaign_id: string
    send_id: string
    as: Resolution
    actor: string
  }): Promise<SendDTO> {
    const { campaign_id, send_id } = input
    const manager = await this.deps_.manager()
    const before = await retrieveSend(manager, campaign_id, send_id)
    const resolved = await withoutParameters("resolve send", () => resolveUnknown(manager, input))
    if (!resolved) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Send ${send_id} is ${before.status}: only an unknown one can be resolved.`,
        "send_not_unknown"
      )
    }
    if (input.as === "sent") this.deps_.events.emailsSent([{ ...resolved, campaign_id }])
    this.deps_.wakeSoon(campaign_id)
    return retrieveSend(manager, campaign_id, send_id)
  }

  async noteReplied(input: {
    campaign_id: string
    campaign_lead_id: string
    actor: string
  }): Promise<{ replied_at: Date; cancelled: number }> {
    const { campaign_id, campaign_lead_id, actor } = input
    return this.steer_("note reply", campaign_id, async (transaction) => {
      const { replied_at } = await noteReply(transaction, input)
      const cancelled = await cancelScheduled(transaction, {
        campaign_id,
        actor,
        campaign_lead_ids: [campaign_lead_id],
        reason: "replied",
      })
      return { replied_at, cancelled }
    })
  }

  async sendTest(input: SendTestMailInput): Promise<SentTestDTO> {
    const { transports, defaultTransport, publicUrl, options } = this.deps_
    const manager = await this.deps_.manager()
    const [settings] = await listSettings(manager, [input.campaign_id])
    const transportId = settings?.transport ?? defaultTransport
    return sendTestMail(manager, {
      ...input,
      isTrial: transportId === OUTBOX_TRANSPORT,
      transport: transports.get(transportId),
      footer: settings?.footer ?? null,
      html: settings?.html ?? false,
      link: `${publicUrl ?? ""}${UNSUBSCRIBE_PATH}/test`,
      timeoutMs: options.sending.timeoutMs,
    })
  }

  private toStepSends_(input: StepInput & { campaign_lead_ids?: string[] | null }) {
    return {
      ...input,
      campaign_lead_ids: input.campaign_lead_ids ?? null,
      views: toSourceViews(this.deps_.options.campaignSource),
      defaultSenders: this.deps_.defaultSenders,
    }
  }

  /** Without an address from outside there are no links to unsubscribe, and so no mails. */
  private withPublicUrl_(counts: Awaited<ReturnType<typeof readReadiness>>): typeof counts {
    if (this.deps_.publicUrl !== null || counts.ready === 0) return counts
    const reason = { reason: "no_public_url" as const, count: counts.ready }
    return { ready: 0, held_back: [reason, ...counts.held_back] }
  }

  private async steer_<T>(
    what: string,
    campaign_id: string,
    work: (transaction: EntityManager) => Promise<T>
  ): Promise<T> {
    const manager = await this.deps_.manager()
    return withoutParameters(what, () =>
      manager.transaction(async (transaction) => {
        await lockCampaign(transaction, campaign_id)
        return work(transaction)
      })
    )
  }

  private assertTransport_(transport: string | null | undefined): void {
    const { transports } = this.deps_
    if (!transport || transports.has(transport)) return
    const known = [...transports.keys()].join(", ")
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'sending.transport': expected one of ${known}, got: ${JSON.stringify(transport)}`,
      "transport_gone"
    )
  }
}
