import type {
  ConfigModule,
  IEventBusModuleService,
  InternalModuleDeclaration,
  Logger,
  ModuleJoinerConfig,
} from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import type { HostOptions } from "../../persistence/data-source"
import { withoutParameters } from "../../persistence/database-error"
import { DeliveryEvents } from "./delivery-events"
import { deliveryJoiner } from "./joiner"
import { toDefaultSenders, type TransportRegistry } from "./loaders/transports"
import type { ResolvedDeliveryOptions } from "./options/delivery-options"
import { resolvePublicUrl } from "./options/public-url"
import type { LazyMailOutbox } from "./outbox/mail-outbox"
import { DeliveryRuntime } from "./runtime"
import { parseMailEvents, type SignedRequest } from "./mail-events/parse-mail-events"
import { recordMailEvents } from "./mail-events/record-mail-events"
import { listOutboxMails, type OutboxMailDTO } from "./outbox/list-outbox-mails"
import { forecast } from "./scheduling/forecast"
import { readReadiness, schedule } from "./scheduling/scheduling"
import { countSends, listSends, retrieveSend, type ListSendsInput } from "./sends/list-sends"
import { listSettings, updateSettings } from "./settings/sending-settings"
import { lockCampaign } from "./sql/lock-campaign"
import { resolveUnknown } from "./sql/resolve-unknown"
import { cancelScheduled, noteReply, readPaused, setPaused } from "./sql/steer-campaign"
import type { DefaultSenders } from "./sql/hold-reason"
import { toSourceViews } from "./sql/source-views"
import { readSuppressed } from "./suppressions/normalise-suppressed"
import {
  addSuppressions,
  deleteSuppression,
  listSuppressions,
  listSuppressionsAfter,
  type ListSuppressionsInput,
} from "./suppressions/suppression-store"
import { sendTestMail, type SendTestMailInput } from "./test-send/send-test-mail"
import { findUnsubscribeTarget } from "./unsubscribe/unsubscribe"
import type { SuppressionReason } from "./types/dtos"
import type { Resolution } from "./state-machine"
import type {
  ScheduledSendsDTO,
  SendDTO,
  SendingPreviewDTO,
  SendingSettingsDTO,
  SendingSettingsInput,
  SendPageDTO,
  SuppressionDTO,
} from "./types/dtos"
import { renderFooter, UNSUBSCRIBE_PATH } from "./worker/to-outgoing-mail"
import type { ReconcileSendsResult } from "./worker/reconcile"

/** How many suppressions are read at once. */
const PAGE = 5_000

interface InjectedDependencies {
  logger: Logger
  configModule?: ConfigModule
  /** The host's; not there where it only migrates. */
  event_bus?: IEventBusModuleService
  deliveryOptions: ResolvedDeliveryOptions
  mailTransports: TransportRegistry
  /** Which of them sends for campaigns that name none. */
  mailTransport: string
  mailOutbox: LazyMailOutbox
}

interface StepInput {
  campaign_id: string
  step_index: number
  /** The host's actor id. */
  actor: string
}

/**
 * Approved e-mails on their way: when each goes, what became of it, and who must never be written to.
 * Resolve it as `container.resolve("delivery")`.
 */
export default class DeliveryModuleService {
  protected readonly logger_: Logger
  protected readonly options_: ResolvedDeliveryOptions
  protected readonly transports_: TransportRegistry
  protected readonly defaultTransport_: string
  protected readonly defaultSenders_: DefaultSenders
  protected readonly publicUrl_: string | null
  protected readonly events_: DeliveryEvents
  protected readonly runtime_: DeliveryRuntime

  __hooks = {
    onApplicationStart: () => this.logged_("start", () => this.runtime_.start()),
    onApplicationPrepareShutdown: () => this.logged_("stop", () => this.runtime_.stop()),
    onApplicationShutdown: () => this.logged_("dispose", () => this.runtime_.dispose()),
  }

  constructor(
    dependencies: InjectedDependencies,
    hostOptions: HostOptions,
    declaration?: InternalModuleDeclaration
  ) {
    this.logger_ = dependencies.logger
    this.options_ = dependencies.deliveryOptions
    this.transports_ = dependencies.mailTransports
    this.defaultTransport_ = dependencies.mailTransport
    this.defaultSenders_ = toDefaultSenders(this.transports_, this.defaultTransport_)
    this.publicUrl_ = resolvePublicUrl(
      this.options_,
      Object.hasOwn(dependencies, "configModule") ? dependencies.configModule : undefined
    )
    this.events_ = new DeliveryEvents({
      logger: this.logger_,
      // Asked first: the host's container refuses to hand out what it does not have.
      eventBus: Object.hasOwn(dependencies, "event_bus") ? dependencies.event_bus : undefined,
    })
    this.runtime_ = new DeliveryRuntime({
      logger: this.logger_,
      options: this.options_,
      transports: this.transports_,
      defaultTransport: this.defaultTransport_,
      defaultSenders: this.defaultSenders_,
      publicUrl: this.publicUrl_,
      events: this.events_,
      hostOptions,
      declaration,
    })
    dependencies.mailOutbox.connect(() => this.manager_())
  }

  /** Called on the prototype, before there is an instance. */
  __joinerConfig(): ModuleJoinerConfig {
    return deliveryJoiner
  }

  // Settings

  /** How each of the campaigns sends, in their order; the defaults where nobody has set anything. */
  async listSendingSettings(campaign_ids: string[]): Promise<SendingSettingsDTO[]> {
    return listSettings(await this.manager_(), campaign_ids)
  }

  /**
   * Changes what `change` names and answers all of it.
   *
   * @throws MedusaError INVALID_DATA for an unknown transport or time zone, or a window that ends
   *   before it begins
   */
  async updateSendingSettings(
    campaign_id: string,
    input: { change: SendingSettingsInput; actor: string }
  ): Promise<SendingSettingsDTO> {
    this.assertTransport_(input.change.transport)
    const settings = await updateSettings(await this.manager_(), campaign_id, input)
    this.runtime_.wakeSoon(campaign_id)
    return settings
  }

  // Sending

  /** What Send would do for a step, and how its sends stand. */
  async previewSending({ campaign_id, step_index, actor }: StepInput): Promise<SendingPreviewDTO> {
    const manager = await this.manager_()
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
      footer: footer && renderFooter(footer, `${this.publicUrl_ ?? ""}${UNSUBSCRIBE_PATH}/…`),
      transport: settings?.transport ?? this.defaultTransport_,
      is_paused: await withoutParameters("read sending", () => readPaused(manager, campaign_id)),
      counts,
    }
  }

  /**
   * Schedules the approved mails of a step that are not scheduled, in flight or sent yet, and says what
   * holds the others back. Nothing goes before `undo_until`.
   *
   * @param input.campaign_lead_ids null: all; those named are tried again also where a transport
   *   refused them for good
   */
  async scheduleSends(
    input: StepInput & { campaign_lead_ids: string[] | null }
  ): Promise<ScheduledSendsDTO> {
    const { campaign_id, step_index } = input
    const manager = await this.manager_()
    const stepSends = this.toStepSends_(input)
    if (this.publicUrl_ === null) {
      const { held_back } = this.withPublicUrl_(await readReadiness(manager, stepSends))
      return { campaign_id, step_index, scheduled: 0, held_back, undo_until: null }
    }
    const scheduled = await schedule(manager, stepSends)
    if (scheduled.scheduled > 0) this.runtime_.wakeSoon(campaign_id)
    return scheduled
  }

  /** Nothing more goes once this has answered; what is in flight ends as it ends. */
  async pauseSending(campaign_id: string, actor: string): Promise<void> {
    await this.steer_("pause sending", campaign_id, (transaction) =>
      setPaused(transaction, { campaign_id, actor, isPaused: true })
    )
  }

  async resumeSending(campaign_id: string, actor: string): Promise<void> {
    await this.steer_("resume sending", campaign_id, (transaction) =>
      setPaused(transaction, { campaign_id, actor, isPaused: false })
    )
    this.runtime_.wakeSoon(campaign_id)
  }

  /** Takes back what is scheduled, follow-ups included. @returns how many */
  async cancelSending(campaign_id: string, actor: string): Promise<number> {
    return this.steer_("cancel sending", campaign_id, (transaction) =>
      cancelScheduled(transaction, {
        campaign_id,
        actor,
        campaign_lead_ids: null,
        reason: "cancelled",
      })
    )
  }

  async listSends(input: ListSendsInput): Promise<SendPageDTO> {
    return listSends(await this.manager_(), input)
  }

  /** @throws MedusaError NOT_FOUND; NOT_ALLOWED for a send that is not unknown */
  async resolveSend(input: {
    campaign_id: string
    send_id: string
    as: Resolution
    actor: string
  }): Promise<SendDTO> {
    const { campaign_id, send_id } = input
    const manager = await this.manager_()
    const before = await retrieveSend(manager, campaign_id, send_id)
    const resolved = await withoutParameters("resolve send", () => resolveUnknown(manager, input))
    if (!resolved) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Send ${send_id} is ${before.status}: only an unknown one can be resolved.`
      )
    }
    if (input.as === "sent") this.events_.emailsSent([{ ...resolved, campaign_id }])
    this.runtime_.wakeSoon(campaign_id)
    return retrieveSend(manager, campaign_id, send_id)
  }

  /** Notes that a lead has answered: nothing more of the campaign goes to it. */
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

  // Whom the shop never writes to

  /** Newest first, with how many there are. */
  async searchSuppressions(page: ListSuppressionsInput): Promise<[SuppressionDTO[], number]> {
    return listSuppressions(await this.manager_(), page)
  }

  /** All of them, in bounded memory. */
  async *readSuppressions(): AsyncGenerator<SuppressionDTO> {
    const manager = await this.manager_()
    for (let after: string | null = null; ;) {
      const page: SuppressionDTO[] = await listSuppressionsAfter(manager, after, PAGE)
      yield* page
      after = page.at(-1)?.id ?? null
      if (page.length < PAGE) return
    }
  }

  /** Adds addresses and domains; what is no such thing is an error of its line and stops no other. */
  async addSuppressions(input: {
    lines: readonly { line: number; value: string; reason: SuppressionReason }[]
    source: string
    actor: string
  }): Promise<{ added: number; skipped: number; errors: { line: number; message: string }[] }> {
    const read = input.lines.map(({ line, value, reason }) => ({
      line,
      reason,
      read: readSuppressed(value),
    }))
    const values = read.flatMap(({ read: value, reason }) => (value ? [{ ...value, reason }] : []))
    const { source, actor } = input
    const added = await addSuppressions(await this.manager_(), { values, source, actor })
    this.events_.suppressed(added)
    return {
      added: added.length,
      skipped: values.length - added.length,
      errors: read.flatMap(({ line, read: value }) =>
        value ? [] : [{ line, message: "expected an e-mail address or a domain" }]
      ),
    }
  }

  /** @throws MedusaError NOT_FOUND */
  async deleteSuppression(id: string): Promise<void> {
    return deleteSuppression(await this.manager_(), id)
  }

  /** The language of whom a link to unsubscribe is for; null: unknown, or no link of ours. */
  async languageOfUnsubscribe(token: string): Promise<string | null> {
    const key = await this.runtime_.unsubscribeKey()
    return (await findUnsubscribeTarget(await this.manager_(), token, key))?.language ?? null
  }

  /** Suppresses whom the link is for, in all campaigns. One that is not ours changes nothing. */
  async unsubscribe(token: string): Promise<void> {
    const manager = await this.manager_()
    const key = await this.runtime_.unsubscribeKey()
    const target = await findUnsubscribeTarget(manager, token, key)
    if (!target) return
    const added = await addSuppressions(manager, {
      values: [{ ...target.value, reason: "unsubscribed" }],
      source: "unsubscribe link",
      actor: "system",
    })
    this.events_.suppressed(added)
  }

  /**
   * Records what a provider reports of bounces and complaints, each once.
   *
   * @returns how many were new
   * @throws MedusaError UNAUTHORIZED, INVALID_DATA
   */
  async recordMailEvents(provider: string, request: SignedRequest): Promise<number> {
    const events = parseMailEvents(provider, request, {
      secret: this.options_.sending.mailEvents[provider],
      nowSeconds: Date.now() / 1_000,
    })
    const { recorded, suppressed } = await recordMailEvents(await this.manager_(), provider, events)
    this.events_.suppressed(suppressed)
    return recorded
  }

  /**
   * Sends one mail to the person who asks, marked as a test; outside ledger and limits.
   *
   * @throws MedusaError NOT_ALLOWED after 20 in an hour, or where the transport refuses
   */
  async sendTestMail(input: SendTestMailInput): Promise<{ to: string }> {
    const [settings] = await this.listSendingSettings([input.campaign_id])
    const transport = this.transports_.get(settings?.transport ?? this.defaultTransport_)
    return sendTestMail(await this.manager_(), {
      ...input,
      transport,
      footer: settings?.footer ?? null,
      html: settings?.html ?? false,
      link: `${this.publicUrl_ ?? ""}${UNSUBSCRIBE_PATH}/test`,
      timeoutMs: this.options_.sending.timeoutMs,
    })
  }

  /** A page of what the transport `outbox` keeps, newest first. */
  async listOutboxMails(page: {
    offset: number
    limit: number
  }): Promise<[OutboxMailDTO[], number]> {
    return listOutboxMails(await this.manager_(), page)
  }

  /** Called by the plugin's scheduled job. */
  async reconcileSends(): Promise<ReconcileSendsResult> {
    return this.runtime_.reconcile()
  }

  private toStepSends_(input: StepInput & { campaign_lead_ids?: string[] | null }) {
    return {
      ...input,
      campaign_lead_ids: input.campaign_lead_ids ?? null,
      views: toSourceViews(this.options_.campaignSource),
      defaultSenders: this.defaultSenders_,
    }
  }

  /** Without an address from outside there are no links to unsubscribe, and so no mails. */
  private withPublicUrl_(counts: Awaited<ReturnType<typeof readReadiness>>): typeof counts {
    if (this.publicUrl_ !== null || counts.ready === 0) return counts
    const reason = { reason: "no_public_url" as const, count: counts.ready }
    return { ready: 0, held_back: [reason, ...counts.held_back] }
  }

  private async steer_<T>(
    what: string,
    campaign_id: string,
    work: (transaction: EntityManager) => Promise<T>
  ): Promise<T> {
    const manager = await this.manager_()
    return withoutParameters(what, () =>
      manager.transaction(async (transaction) => {
        await lockCampaign(transaction, campaign_id)
        return work(transaction)
      })
    )
  }

  private assertTransport_(transport: string | null | undefined): void {
    if (!transport || this.transports_.has(transport)) return
    const known = [...this.transports_.keys()].join(", ")
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Field 'sending.transport': expected one of ${known}, got: ${JSON.stringify(transport)}`
    )
  }

  private async manager_(): Promise<EntityManager> {
    return this.runtime_.manager()
  }

  /** The host swallows what a hook rejects with. */
  private async logged_(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.logger_.error(`playground: could not ${what} sending: ${reason}`)
    }
  }
}
